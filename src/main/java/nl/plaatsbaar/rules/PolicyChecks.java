package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.plaatsbaar.rules.PolicyFile.Article;
import nl.plaatsbaar.rules.PolicyFile.Rule;
import nl.plaatsbaar.rules.UnreadablePolicy.Problem;

import org.jspecify.annotations.Nullable;

/** What can only be said of a file as a whole: citations that are in the text, references that lead somewhere, ids used once. */
final class PolicyChecks {

	private final PolicyFile policy;
	private final Map<String, Article> articles = new HashMap<>();
	private final Map<String, Rule> rules = new HashMap<>();
	private static final int MOST_RULES = 1_000;
	private static final int MOST_BOXES = 4_000;

	private final Map<String, String> texts = new HashMap<>();
	private final List<Problem> problems = new ArrayList<>();

	PolicyChecks(PolicyFile policy) {
		this.policy = policy;
	}

	List<Problem> problems() {
		if (policy.rules().size() > MOST_RULES) {
			problem(1, "Het bestand heeft meer dan %,d regels en uitzonderingen. Splits het beleid.".formatted(MOST_RULES));
			return problems;
		}
		policy.articles().forEach(this::usedOnce);
		policy.articles().forEach(this::citesItsText);
		if (policy.validUntil() != null && !policy.validUntil().isAfter(policy.version()))
			problem(1, "`geldig-tot` (%s) ligt niet na `versie` (%s).".formatted(policy.validUntil(), policy.version()));
		scopeAndGap();
		rules.values().stream().sorted((a, b) -> a.line() - b.line()).forEach(this::precedesWhatExists);
		casesCiteWhatExists();
		if (problems.isEmpty())
			staysSmallEnough();
		return problems;
	}

	private void usedOnce(Article article) {
		if (articles.put(article.number(), article) != null)
			problem(article.line(), "Artikel `%s` staat er twee keer. Elk artikel heeft een eigen nummer.".formatted(article.number()));
		for (var rule : article.rules())
			rule.withExceptions().forEach(each -> {
				if (rules.put(each.id(), each) != null)
					problem(each.line(), "`%s` bestaat al. Geef een andere `id`.".formatted(each.id()));
			});
	}

	private void citesItsText(Article article) {
		for (var rule : article.rules())
			rule.withExceptions().forEach(each -> cites(article, each.sentence(), each.line()));
		article.notEncoded().forEach(each -> cites(article, each.sentence(), each.line()));
	}

	private void cites(Article article, String sentence, int line) {
		var text = texts.computeIfAbsent(article.number(), _ -> Sentences.folded(article.text()));
		if (!text.contains(Sentences.folded(sentence)))
			problem(line, "De zin “%s” staat niet letterlijk in de tekst van artikel %s. Neem de zin precies over.".formatted(sentence,
					article.number()));
	}

	private void scopeAndGap() {
		var scope = policy.scope();
		if (scope != null) {
			cites(scope.article(), scope.sentence(), scope.line());
			exists(scope.outsideArticle(), scope.line());
		}
		var gap = policy.gap();
		if (gap != null)
			cites(gap.article(), gap.sentence(), gap.line());
		policy.terms().forEach(term -> exists(term.article(), term.line()));
	}

	private void cites(String number, String sentence, int line) {
		exists(number, line);
		var article = articles.get(number);
		if (article != null)
			cites(article, sentence, line);
	}

	private void exists(@Nullable String number, int line) {
		if (number != null && !articles.containsKey(number))
			problem(line, "Artikel `%s` bestaat niet in dit bestand.%s".formatted(number, meant(number, articles.keySet())));
	}

	private void precedesWhatExists(Rule rule) {
		for (var weaker : rule.precedes()) {
			if (!rules.containsKey(weaker))
				problem(rule.line(),
						"`gaat-voor` noemt `%s`, maar die regel bestaat niet.%s".formatted(weaker, meant(weaker, rules.keySet())));
			else if (reaches(weaker, rule.id(), new HashSet<>()))
				problem(rule.line(),
						"`%s` en `%s` gaan over en weer vóór elkaar. Kies welke van de twee telt.".formatted(rule.id(), weaker));
		}
	}

	private boolean reaches(String from, String to, Set<String> seen) {
		if (from.equals(to))
			return true;
		var rule = rules.get(from);
		return rule != null && seen.add(from) && rule.precedes().stream().anyMatch(weaker -> reaches(weaker, to, seen));
	}

	private void casesCiteWhatExists() {
		var scopeAndGap = policy.articles().stream().map(Article::number).collect(Collectors.toSet());
		for (var scenario : policy.cases())
			for (var ground : scenario.grounds())
				if (!rules.containsKey(ground) && !scopeAndGap.contains(ground))
					problem(scenario.line(), "`op-grond-van` noemt `%s`, maar die regel bestaat niet.%s".formatted(ground,
							meant(ground, rules.keySet())));
	}

	private void staysSmallEnough() {
		var reach = new Reach(policy);
		var tooMany = reach.tooManyPieces();
		if (tooMany.isEmpty() && policy.rules().stream().mapToInt(rule -> reach.counting(rule).boxes().size()).sum() > MOST_BOXES)
			problem(1, "De regels samen zijn te ingewikkeld. Maak de voorwaarden en uitzonderingen eenvoudiger.");
		tooMany.forEach(rule -> problem(rule.line(),
				"De uitzonderingen van `%s` en wat ervoor gaat zijn samen te ingewikkeld. Splits de regel.".formatted(rule.id())));
	}

	private static String meant(String id, Set<String> known) {
		var local = "/" + id;
		return known.stream().filter(other -> other.endsWith(local)).findFirst().or(() -> PolicyReader.nearest(id, known))
				.map(near -> " Bedoel je `" + near + "`?").orElse("");
	}

	private void problem(int line, String message) {
		problems.add(new Problem(line, 1, message));
	}
}
