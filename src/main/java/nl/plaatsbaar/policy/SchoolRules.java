package nl.plaatsbaar.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import nl.plaatsbaar.rules.PolicyFile;

/** The policy file of the layer school: a heading we write, and the articles the school added. */
final class SchoolRules {

	static final String POLICY = "school";

	private SchoolRules() {
	}

	static PolicyFile file(List<SchoolAddition> additions) {
		var newest = additions.stream().map(SchoolAddition::from).max(LocalDate::compareTo).orElseThrow();
		return Shelf.readable(yaml(newest, additions.stream().map(SchoolAddition::article).toList()));
	}

	static String yaml(LocalDate from, List<String> articles) {
		return """
				beleid: %s
				titel: "Aanvulling van de school"
				laag: school
				versie: %s
				artikelen:
				%s
				""".formatted(POLICY, from, articles.stream().map(String::strip).collect(Collectors.joining("\n")));
	}
}
