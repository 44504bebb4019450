@NullMarked
package nl.plaatsbaar.audit;

import org.jspecify.annotations.NullMarked;
