package nl.plaatsbaar.bench;

import java.util.BitSet;

import nl.plaatsbaar.rules.Outcome;

/**
 * What every engine must agree on.
 *
 * @param cited the numbers of the rules cited
 */
record Answer(Outcome outcome, BitSet cited) {}
