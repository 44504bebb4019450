package nl.plaatsbaar.rules;

import java.util.List;

import nl.plaatsbaar.rules.PolicyFile.Article;

import org.jspecify.annotations.Nullable;

/** The grounds that are not rules: what the policy is about, and what it says of its own gaps. */
final class Citations {

	private Citations() {}

	static List<Reason> outside(PolicyFile policy) {
		var scope = policy.scope();
		return scope == null
				? List.of()
				: List.of(reason(policy, scope.article(), scope.sentence(), Effect.OUT_OF_SCOPE, scope.outside(), List.of()));
	}

	/** The policy's own warning for what it is not about. */
	static List<Reason> warningOutside(PolicyFile policy) {
		var scope = policy.scope();
		if (scope == null || scope.outside() == null)
			return List.of();
		var article = scope.outsideArticle() == null ? scope.article() : scope.outsideArticle();
		return List.of(reason(policy, article, scope.outside(), Effect.WARNING, null, List.of()));
	}

	static List<Reason> gap(PolicyFile policy) {
		var gap = policy.gap();
		return gap == null ? List.of() : List.of(reason(policy, gap.article(), gap.sentence(), Effect.GAP, null, gap.decidedBy()));
	}

	private static Reason reason(PolicyFile policy, String article, String sentence, Effect effect, @Nullable String instead,
			List<Authority> authorities) {
		var clause = policy.article(article).map(Article::clauses).filter(ids -> !ids.isEmpty()).map(List::getFirst).orElse(null);
		return new Reason(clause, article, article, sentence, policy.id(), policy.version(), effect, null, instead, null, authorities);
	}
}
