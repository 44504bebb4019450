/**
 * What a policy says about a situation: {@link nl.plaatsbaar.rules.Facts} in, {@link nl.plaatsbaar.rules.Verdict} out. It knows
 * nothing of persons, boards, time or storage, so that the same question always gets the same answer.
 */
@NullMarked
package nl.plaatsbaar.rules;

import org.jspecify.annotations.NullMarked;
