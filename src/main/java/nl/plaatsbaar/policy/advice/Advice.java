package nl.plaatsbaar.policy.advice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import nl.plaatsbaar.rules.Authority;
import nl.plaatsbaar.rules.Effect;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.LayerVerdict;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.Reason;
import nl.plaatsbaar.rules.Verdict;

import org.jspecify.annotations.Nullable;

/**
 * The answer of the API. Verdicts are {@code FORBIDDEN}, {@code PERMISSION_NEEDED}, {@code JUDGEMENT}, {@code ALLOWED},
 * {@code NOT_REGULATED} and {@code OUT_OF_SCOPE}.
 *
 * @param layers law, policy and school, each with its own verdict and citations
 * @param duties what to do along with it, whom to tell, and thoughts before you act
 * @param permissionFrom each of these must agree
 * @param questions unknown facts that can still change the answer, the most telling first
 * @param assumed unknown facts that made a difference, with the value that was presumed
 * @param instead what can be done instead
 * @param notEncoded sentences of the cited articles that no program may decide about
 */
record Advice(String verdict, List<Layer> layers, List<Duty> duties, List<String> permissionFrom, List<String> tell, List<String> questions,
		Map<String, Object> assumed, List<String> instead, List<NotEncoded> notEncoded) {

	record Layer(String layer, String policy, String verdict, List<Ground> reasons) {}

	/** @param reading how the officer reads the sentence, where that is not in the text itself */
	record Ground(@Nullable String clause, String article, String sentence, LocalDate version, @Nullable String reading, String effect) {}

	/** @param kind {@code DUTY}, {@code TELL} or {@code WARNING} */
	record Duty(String kind, @Nullable String clause, String article, String sentence, @Nullable String readyText, List<String> tell) {}

	record NotEncoded(String policy, String article, String sentence, String reason) {}

	static Advice of(Desk desk, Facts facts) {
		var verdict = desk.rules().judge(facts);
		return new Advice(verdict.outcome().name(), verdict.layers().stream().map(Advice::layer).toList(), duties(verdict),
				codes(verdict.permissionFrom()), codes(verdict.tell()), questions(desk, facts), assumed(desk, facts), instead(verdict),
				notEncoded(desk, verdict));
	}

	private static Layer layer(LayerVerdict layer) {
		return new Layer(layer.layer().name(), layer.policy(), layer.outcome().name(),
				Stream.concat(layer.reasons().stream(), layer.exemptions().stream()).map(Advice::ground).toList());
	}

	private static Ground ground(Reason reason) {
		return new Ground(reason.clause(), reason.article(), reason.sentence(), reason.version(), reason.reading(), reason.effect().name());
	}

	private static List<Duty> duties(Verdict verdict) {
		return verdict.layers().stream().flatMap(layer -> layer.ridesAlong().stream())
				.map(reason -> new Duty(reason.effect().name(), reason.clause(), reason.article(), reason.sentence(), reason.readyText(),
						reason.effect() == Effect.TELL ? codes(reason.authorities()) : List.of()))
				.toList();
	}

	private static List<String> codes(List<Authority> authorities) {
		return authorities.stream().map(Authority::code).toList();
	}

	/** Traits of the content are one question: {@code content}. */
	private static List<String> questions(Desk desk, Facts facts) {
		return desk.rules().questions(facts).facts().stream().map(fact -> fact.isTrait() ? "content" : fact.code()).distinct().toList();
	}

	private static Map<String, Object> assumed(Desk desk, Facts facts) {
		var assumed = new LinkedHashMap<String, Object>();
		for (var value : desk.rules().presumed(facts))
			assumed.put(value.fact().code(), value.fact().isYesNo() ? (Object) value.equals(value.fact().yes()) : value.code());
		return assumed;
	}

	static List<String> instead(Verdict verdict) {
		return verdict.layers().stream().flatMap(layer -> layer.reasons().stream()).filter(reason -> reason.effect().decides())
				.map(Reason::instead).filter(Objects::nonNull).distinct().toList();
	}

	static List<NotEncoded> notEncoded(Desk desk, Verdict verdict) {
		return verdict.cited().map(reason -> Map.entry(reason.policy(), reason.article())).distinct()
				.flatMap(cited -> desk.layer(cited.getKey()).stream().flatMap(policy -> notEncoded(policy, cited.getValue()))).toList();
	}

	private static Stream<NotEncoded> notEncoded(PolicyFile policy, String article) {
		return policy.article(article).stream().flatMap(cited -> cited.notEncoded().stream())
				.map(each -> new NotEncoded(policy.id(), article, each.sentence(), each.reason()));
	}

}
