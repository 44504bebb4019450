@NullMarked
package nl.plaatsbaar.organisation;

import org.jspecify.annotations.NullMarked;
