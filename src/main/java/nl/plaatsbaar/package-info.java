/**
 * The house: starts the program and gives it its database and its clock. Every other package is a module with its own door
 * and may import only what stands above it (see {@code ModulesTest}).
 */
@NullMarked
package nl.plaatsbaar;

import org.jspecify.annotations.NullMarked;
