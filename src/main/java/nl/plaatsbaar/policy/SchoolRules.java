package nl.plaatsbaar.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.UnreadablePolicy;

/** The policy file of the layer school: a heading we write, and the articles the school added. */
final class SchoolRules {

	static final String POLICY = "school";
	private static final Logger LOG = LoggerFactory.getLogger(SchoolRules.class);

	private SchoolRules() {
	}

	/** One that can no longer be read, or not beside the others, is left out: the rest of what the school agreed still holds. */
	static @Nullable PolicyFile file(List<SchoolAddition> additions) {
		var kept = new ArrayList<SchoolAddition>();
		PolicyFile file = null;
		for (var addition : additions) {
			kept.add(addition);
			try {
				file = PolicyFile.read(yaml(kept));
			} catch (UnreadablePolicy wrong) {
				kept.removeLast();
				LOG.error("Addition {} ({}) of school {} cannot be read and does not count: {}", addition.number(), addition.id(),
						addition.school(), wrong.getMessage());
			}
		}
		return file;
	}

	private static String yaml(List<SchoolAddition> additions) {
		var newest = additions.stream().map(SchoolAddition::from).max(LocalDate::compareTo).orElseThrow();
		return yaml(newest, additions.stream().map(SchoolAddition::article).toList());
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
