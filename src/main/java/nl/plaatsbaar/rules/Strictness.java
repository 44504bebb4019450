package nl.plaatsbaar.rules;

import java.util.Optional;

import nl.plaatsbaar.rules.PolicyFile.Rule;

/** A school may add to its board's policy, never take away from it. */
public final class Strictness {

	/**
	 * A rule of the school that asks less than its board does.
	 *
	 * @param boardRule the rule it undercuts
	 * @param example a situation in which they differ
	 */
	public record Looser(Rule schoolRule, Rule boardRule, Facts example) {}

	private static final int BITS = 16;

	private Strictness() {}

	/**
	 * The worst example of the school saying less than its board; empty when the school is nowhere looser.
	 *
	 * @throws TooComplicated when the two cannot be laid side by side
	 */
	public static Optional<Looser> looser(PolicyFile board, PolicyFile school) {
		var ofBoard = RuleSet.of(board);
		var ofSchool = RuleSet.of(school);
		var diagram = new Diagram();
		int asked = diagram.copy(ofBoard.analysis().diagram, ofBoard.analysis().answer, Box.EVERYTHING);
		int given = diagram.copy(ofSchool.analysis().diagram, ofSchool.analysis().answer, Box.EVERYTHING);
		var paths = new Paths(diagram, diagram.apply((a, b) -> a << BITS | b, asked, given));
		return paths.counts().keySet().stream().filter(Strictness::isLooser).findFirst().map(pair -> {
			var example = paths.example(pair);
			return new Looser(deciding(school, ofSchool, example), deciding(board, ofBoard, example), example);
		});
	}

	/** Silence is not looser: the board's rule then simply holds. */
	private static boolean isLooser(int pair) {
		var board = Analysis.outcome(pair >>> BITS);
		var school = Analysis.outcome(pair & (1 << BITS) - 1);
		return school.decides() && board.isStricterThan(school);
	}

	private static Rule deciding(PolicyFile policy, RuleSet rules, Facts example) {
		return policy.rule(rules.judge(example).layers().getFirst().reasons().getFirst().rule()).orElseThrow();
	}
}
