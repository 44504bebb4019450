@NullMarked
package nl.plaatsbaar;

import org.jspecify.annotations.NullMarked;
