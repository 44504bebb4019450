package nl.plaatsbaar.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.rules.Coverage;
import nl.plaatsbaar.rules.Effect;
import nl.plaatsbaar.rules.Layer;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.PolicyFile.Article;
import nl.plaatsbaar.rules.PolicyFile.Kind;
import nl.plaatsbaar.rules.PolicyFile.Rule;
import nl.plaatsbaar.web.Tone;

/** A version of a policy as its page shows it: everything in words, in the language of the reader. */
record VersionView(String policy, String name, String title, @Nullable String organisation, Chip status, String period, List<Fact> facts,
		List<Step> steps,
		List<String> odd, @Nullable String remark, @Nullable String expiry, List<Term> terms, @Nullable Scope scope, List<Section> sections,
		int encoded,
		int sentences, LocalDate from, boolean law) {

	/** A state in a few words. */
	record Chip(String text, Tone tone) {
	}

	record Fact(String label, String value) {
	}

	record Step(String organ, String kind, String on) {
	}

	record Term(String word, String covers, @Nullable String explanation) {
	}

	record Scope(String sentence, @Nullable String outside) {
	}

	/** Articles that stand together because their numbers begin alike. */
	record Section(String title, String anchor, List<ArticleView> articles) {
	}

	record ArticleView(String number, String last, String anchor, boolean ownNumber, String heading, @Nullable String audience,
			@Nullable String kind,
			List<String> paragraphs, List<String> clauses, List<RuleView> rules, List<NotEncoded> notEncoded,
			List<Interpretation> interpretations) {
	}

	/**
	 * A rule in generated words beside the sentence of the article it rests on.
	 *
	 * @param verdict the icon: an outcome, or an empty text for what rides along
	 */
	record RuleView(String id, String verdict, Chip effect, String plain, String quote, @Nullable String instead,
			@Nullable String readyText,
			@Nullable String reading, List<RuleView> unless) {
	}

	record NotEncoded(String sentence, String reason) {
	}

	static VersionView of(PolicyVersion version, List<AdoptionStep> steps, List<Interpretation> interpretations, LocalDate today,
			Words words) {
		return new Maker(version, steps, interpretations, today, words).view();
	}

	List<ArticleView> articles() {
		return sections.stream().flatMap(section -> section.articles().stream()).toList();
	}

	private record Maker(PolicyVersion version, List<AdoptionStep> steps, List<Interpretation> interpretations, LocalDate today,
			Words words) {

		VersionView view() {
			var file = version.file();
			var coverage = Coverage.of(file);
			return new VersionView(file.id(), version.name(), file.title(), file.organisation(), status(), period(), facts(file),
					steps.stream().map(step -> new Step(step.organ(), step.kind(), words.day(step.on()))).toList(), odd(), file.remark(),
					expiry(),
					terms(file), scope(file), sections(file), coverage.encoded(), coverage.total(), version.from(),
					file.layer() == Layer.LAW);
		}

		private Chip status() {
			if (version.file().layer() == Layer.LAW)
				return new Chip(words.say("policy.status.law"), Tone.NONE);
			if (!version.isAdopted())
				return new Chip(words.say("policy.status.example"), Tone.NONE);
			if (version.holds(today))
				return new Chip(words.say("policy.status.in-force"), Tone.YES);
			return today.isBefore(version.from())
					? new Chip(words.say("policy.status.later", words.day(version.from())), Tone.ASK)
					: new Chip(words.say("policy.status.ended"), Tone.NO);
		}

		private String period() {
			var until = version.until();
			return until == null
					? words.say("policy.listed.from", words.day(version.from()))
					: words.say("policy.period", words.day(version.from()), words.day(until));
		}

		private List<Fact> facts(PolicyFile file) {
			var facts = new ArrayList<Fact>();
			add(facts, "policy.fact.organisation", file.organisation());
			add(facts, "policy.fact.owner", file.owner());
			add(facts, "policy.fact.citation", file.citationTitle());
			add(facts, "policy.fact.from", words.day(file.version()));
			var until = file.validUntil();
			add(facts, "policy.fact.until", until == null ? null : words.day(until));
			var evaluation = file.evaluation();
			if (evaluation != null)
				add(facts, "policy.fact.evaluation",
						words.say("policy.fact.evaluation-every", words.period(evaluation), words.day(nextEvaluation())));
			add(facts, "policy.fact.audiences", file.audiences().isEmpty() ? null : words.list(file.audiences()));
			add(facts, "policy.fact.publication", file.publication().isEmpty() ? null : words.list(file.publication()));
			add(facts, "policy.fact.source", file.source());
			return facts;
		}

		private LocalDate nextEvaluation() {
			var evaluation = version.file().evaluation();
			var next = version.from();
			while (evaluation != null && !evaluation.isZero() && !evaluation.isNegative() && !next.isAfter(today))
				next = next.plus(evaluation);
			return next;
		}

		private void add(List<Fact> facts, String label, @Nullable String value) {
			if (value != null && !value.isBlank())
				facts.add(new Fact(words.say(label), value));
		}

		private List<String> odd() {
			return AdoptionStep.odd(steps, version.from()).stream().map(odd -> switch (odd.why()) {
				case COUNCIL_AFTER_DECISION ->
					words.say("policy.odd.council", odd.step().organ(), words.day(odd.step().on()), odd.after().organ(),
							words.day(odd.after().on()));
				case OUT_OF_ORDER -> words.say("policy.odd.order", odd.step().organ(), words.day(odd.step().on()), odd.after().organ(),
						words.day(odd.after().on()));
				case AFTER_ENTRY ->
					words.say("policy.odd.entry", odd.step().organ(), words.day(odd.step().on()), words.day(version.from()));
			}).distinct().toList();
		}

		private @Nullable String expiry() {
			var until = version.until();
			if (until == null)
				return null;
			if (version.hasEnded(today))
				return words.say("policy.expiry.ended", words.day(until));
			return until.isAfter(today.plusMonths(6)) || !version.isAdopted() ? null : words.say("policy.expiry.soon", words.day(until));
		}

		private List<Term> terms(PolicyFile file) {
			return file.terms().stream().map(term -> new Term(term.word(), words.list(term.covers().stream().map(words::value).toList()),
					term.explanation())).toList();
		}

		private static @Nullable Scope scope(PolicyFile file) {
			var scope = file.scope();
			return scope == null ? null : new Scope(scope.sentence(), scope.outside());
		}

		private List<Section> sections(PolicyFile file) {
			var bySection = new LinkedHashMap<String, List<ArticleView>>();
			for (var article : file.articles())
				bySection.computeIfAbsent(parent(article.number()), _ -> new ArrayList<>()).add(article(article));
			return bySection.entrySet().stream().map(this::section).toList();
		}

		private Section section(Map.Entry<String, List<ArticleView>> entry) {
			return new Section(sectionTitle(entry.getKey()), "deel-" + Anchors.of(entry.getKey()), entry.getValue());
		}

		private String sectionTitle(String path) {
			if (path.isEmpty())
				return words.say("policy.section.general");
			return path.matches("[IVXLC]+|\\d+|[A-Z]") ? words.say("policy.section.chapter", path) : readable(path);
		}

		private static String parent(String number) {
			int dot = number.lastIndexOf('.');
			return dot < 0 ? "" : number.substring(0, dot);
		}

		/** "IV.medewerkers" becomes "IV · Medewerkers". */
		private static String readable(String path) {
			return List.of(path.split("\\.")).stream().map(part -> part.replace('-', ' '))
					.map(part -> part.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1))
					.collect(Collectors.joining(" · "));
		}

		private ArticleView article(Article article) {
			var number = article.number();
			// What a school adds is known by its whole number: S.1 is not the first article of anything else.
			var last = version.file().layer() == Layer.SCHOOL ? number : number.substring(number.lastIndexOf('.') + 1).replace('-', ' ');
			var heading = article.heading() == null ? "" : article.heading();
			var audience = article.audience().isEmpty() ? null : words.list(article.audience().stream().map(words::value).toList());
			return new ArticleView(number, last, Anchors.of(number), article.ownNumber(), heading, audience,
					article.kind() == Kind.RULE ? null : words.say("policy.kind." + article.kind().name()), paragraphs(article.text()),
					article.clauses(),
					article.rules().stream().map(this::rule).toList(),
					article.notEncoded().stream().map(each -> new NotEncoded(each.sentence(), each.reason())).toList(),
					interpretations.stream().filter(one -> one.endedAt() == null && one.article().equals(number)).toList());
		}

		private static List<String> paragraphs(String text) {
			return List.of(text.strip().split("\\n\\s*\\n|\\n(?=\\s*(?:[-*•]|\\d+[.)]|[a-z]\\))\\s)")).stream()
					.map(paragraph -> paragraph.replaceAll("\\s+", " ").strip()).filter(paragraph -> !paragraph.isEmpty()).toList();
		}

		private RuleView rule(Rule rule) {
			return new RuleView(rule.id(), rule.effect().outcome().map(Enum::name).orElse(""), effect(rule.effect()), words.rule(rule),
					rule.sentence(),
					rule.instead(), rule.readyText(), rule.reading(), rule.unless().stream().map(this::rule).toList());
		}

		private Chip effect(Effect effect) {
			return new Chip(words.say("policy.effect." + effect.name()), switch (effect) {
				case FORBIDDEN -> Tone.NO;
				case PERMISSION_NEEDED, TELL -> Tone.ASK;
				case JUDGEMENT, WARNING -> Tone.THINK;
				case ALLOWED, EXEMPTION -> Tone.YES;
				case DUTY, OUT_OF_SCOPE, GAP -> Tone.NONE;
			});
		}
	}
}
