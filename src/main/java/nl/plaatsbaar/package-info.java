/** The house: starts the program and gives it its database. Every other package is a module with its own door. */
@NullMarked
package nl.plaatsbaar;

import org.jspecify.annotations.NullMarked;
