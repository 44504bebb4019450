@NullMarked
package nl.plaatsbaar.access;

import org.jspecify.annotations.NullMarked;
