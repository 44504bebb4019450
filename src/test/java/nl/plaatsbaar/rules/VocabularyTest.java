package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The vocabulary as people read it is the vocabulary as the machine knows it. Run {@link #main} to write the page again. */
class VocabularyTest {

	private static final Path PAGE = Path.of("docs/vocabulary.md");

	@Test
	void theVocabularyPageIsUpToDate() throws IOException {
		assertThat(PAGE).as("run VocabularyTest.main to write %s again", PAGE).hasContent(page());
	}

	@Test
	void everyFactAndValueIsFoundByItsNames() {
		for (var fact : Fact.values()) {
			assertThat(Fact.ofCode(fact.code())).contains(fact);
			assertThat(Fact.ofWord(fact.word())).contains(fact);
			for (var value : fact.options()) {
				assertThat(fact.optionOfCode(value.code())).contains(value);
				assertThat(fact.optionOfWord(value.word())).contains(value);
			}
		}
	}

	@Test
	void everyValueHasWordsInBothLanguages() {
		for (var fact : Fact.values())
			for (var value : fact.options()) {
				assertThat(PlainDutch.clause(value)).isNotBlank();
				assertThat(PlainEnglish.clause(value)).isNotBlank();
				assertThat(PlainDutch.describe(Facts.of(value))).isNotBlank();
				assertThat(PlainEnglish.describe(Facts.of(value))).isNotBlank();
			}
		for (var authority : Authority.values())
			assertThat(PlainDutch.name(authority)).isNotEqualTo(PlainEnglish.name(authority));
	}

	public static void main(String[] args) throws IOException {
		Files.writeString(PAGE, page());
	}

	private static String page() {
		return Stream.of("""
				# Vocabulary

				Everything a rule can speak of. This page is written by `VocabularyTest.main`; a test keeps it up to date. What the
				words mean in a rule is in `rule-language.md`.

				## Choices

				| YAML | API | while unknown | values: YAML (API) |
				|---|---|---|---|
				""", rows(Stream.of(Fact.values()).filter(fact -> !fact.isYesNo()).toList(), true), """

				## Yes or no

				| YAML | API | while unknown | if yes |
				|---|---|---|---|
				""", rows(Stream.of(Fact.values()).filter(fact -> fact.isYesNo() && !fact.isTrait()).toList(), false), """

				## Traits of the content

				In the API these are one set, `content`; those not in the set are *no*.

				| YAML | API | while unknown | if yes |
				|---|---|---|---|
				""", rows(Fact.TRAITS, false), """

				## Authorities

				| YAML | API | in words |
				|---|---|---|
				""", Stream.of(Authority.values()).map(a -> "| %s | %s | %s |%n".formatted(a.word(), a.code(), PlainEnglish.name(a)))
				.collect(Collectors.joining())).collect(Collectors.joining());
	}

	private static String rows(List<Fact> facts, boolean withValues) {
		return facts.stream().map(fact -> "| %s | %s | %s | %s |%n".formatted(fact.word(), fact.code(),
				fact.presumed().map(Value::word).orElse("*all*"),
				withValues
						? fact.options().stream().map(value -> "%s (%s)".formatted(value.word(), value.code()))
								.collect(Collectors.joining(", "))
						: PlainEnglish.clause(fact.yes())))
				.collect(Collectors.joining());
	}
}
