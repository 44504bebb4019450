@NullMarked
package nl.plaatsbaar.policy;

import org.jspecify.annotations.NullMarked;
