package nl.plaatsbaar.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file that cannot be used, with everything that is wrong with it. The messages are for its author, in Dutch. */
public final class UnreadablePolicy extends Exception {

	private static final long serialVersionUID = 1;

	/** What is wrong and where; line and column count from 1. */
	public record Problem(int line, int column, String message) {

		@Override
		public String toString() {
			return "regel %d, kolom %d: %s".formatted(line, column, message);
		}
	}

	private final transient List<Problem> problems;

	UnreadablePolicy(List<Problem> problems) {
		super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	public List<Problem> problems() {
		return problems;
	}
}
