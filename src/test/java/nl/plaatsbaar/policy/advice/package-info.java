@NullMarked
package nl.plaatsbaar.policy.advice;

import org.jspecify.annotations.NullMarked;
