package nl.plaatsbaar.policy.advice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.plaatsbaar.organisation.School;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Layer;
import nl.plaatsbaar.rules.Platform;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.RuleSet;
import nl.plaatsbaar.rules.Value;

import org.jspecify.annotations.Nullable;

/**
 * The desk that answers: whose rules count, and which platforms are known there.
 *
 * @param school absent when somebody looks at an example policy
 * @param layers law, the policy in force if there is one, and what the school added
 */
record Desk(@Nullable School school, List<PolicyFile> layers, RuleSet rules, List<Platform> platforms) implements Asking.PlatformNames {

	@Override
	public Optional<Value> place(String name) {
		return platform(name).map(Platform::place).or(() -> Optional.of(name)).flatMap(Fact.PLACE::optionOfCode);
	}

	Optional<Platform> platform(@Nullable String id) {
		return platforms.stream().filter(platform -> platform.id().equals(id)).findFirst();
	}

	public Optional<PolicyFile> layer(String policy) {
		return layers.stream().filter(layer -> layer.id().equals(policy)).findFirst();
	}

	/** The name of the policy that answers. */
	public String getTitle() {
		return layer(policyId()).orElseThrow().title();
	}

	/** The policy that was asked, or the law where a school has none. */
	String policyId() {
		return layers.stream().filter(layer -> layer.layer() == Layer.POLICY).findFirst().orElse(layers.getFirst()).id();
	}

	/** Whether it answers for a school of that board. */
	boolean isOf(UUID board) {
		var there = school;
		return there != null && there.board().equals(board);
	}

	/** Where an article can be read by everybody: on the page of the school with what it added, or on the page of the law or an example. */
	String link(PolicyFile policy, String article) {
		var there = school;
		var page = there == null || policy.layer() == Layer.LAW
				? "/openbaar/beleid/" + policy.id()
				: "/scholen/" + there.slug() + "/beleid";
		return page + "#" + article;
	}
}
