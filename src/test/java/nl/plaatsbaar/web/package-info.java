@NullMarked
package nl.plaatsbaar.web;

import org.jspecify.annotations.NullMarked;
