package nl.plaatsbaar.policy;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.RuleSet;

/**
 * The rules that hold together on a day, layer by layer, and compiled into one set.
 *
 * @param law    the law of that day
 * @param policy the board's policy; nothing when none is in force
 * @param school what the school added that day; nothing when it added nothing
 */
public record Rulebook(@Nullable PolicyVersion law, @Nullable PolicyVersion policy, @Nullable PolicyFile school, RuleSet rules) {

	/** The files of the layers that are there, law first. */
	public List<PolicyFile> files() {
		return Stream.of(law == null ? null : law.file(), policy == null ? null : policy.file(), school)
				.<PolicyFile>mapMulti((file, keep) -> {
					if (file != null)
						keep.accept(file);
				}).toList();
	}
}
