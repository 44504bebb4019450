package nl.plaatsbaar.policy.advice;

import static org.assertj.core.api.Assertions.assertThat;

import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.RuleSet;
import nl.plaatsbaar.rules.UnreadablePolicy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A citation is shown in the whole sentence it stands in. */
class QuoteTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"Eerst dit. Daarom plaatst niemand foto's. Dan dat. | plaatst niemand foto's | Daarom  | . ",
		"Niemand plaatst foto's. Dan dat. | Niemand plaatst foto's. | '' | ''",
		"Niemand plaatst foto's | Niemand | '' | ' plaatst foto''s'"})
	void theWordsStandInTheirSentence(String text, String words, String before, String after) throws UnreadablePolicy {
		var policy = PolicyFile.read("""
				beleid: proef
				titel: Proef
				laag: beleid
				versie: 2026-08-01
				artikelen:
				- nr: '1'
				  kop: Foto's
				  tekst: "%s"
				  regels:
				  - { id: a, zin: "%s", oordeel: verboden, als: { doet: plaatsen } }
				""".formatted(text.strip(), words.strip()));
		var reason = RuleSet.of(policy).judge(Facts.NONE).layers().getFirst().reasons().getFirst();
		var quote = Quote.of(reason, policy);
		assertThat(quote.words()).isEqualTo(words.strip());
		assertThat(quote.before().strip()).isEqualTo(before.strip());
		assertThat(quote.after().strip()).isEqualTo(after.strip());
	}
}
