@NullMarked
package nl.plaatsbaar.notification;

import org.jspecify.annotations.NullMarked;
