package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.access.Tenancy;

@PlaatsbaarTest
class ArticleSearchTest {

	@Autowired
	Site site;
	@Autowired
	ArticleSearch search;
	@Autowired
	Policies policies;
	@Autowired
	Tenancy tenancy;
	@Autowired
	Clock clock;

	@Test
	void oneFotoFindsManyFotos() {
		assertThat(find("foto").getFirst().number()).isEqualTo("IV.medewerkers.8");
		assertThat(find("foto's").getFirst().number()).isEqualTo("IV.medewerkers.8");
		assertThat(find("foto op insta").getFirst().number()).isEqualTo("IV.medewerkers.8");
	}

	@Test
	void theWordOfTheReaderFindsTheWordOfThePolicy() {
		assertThat(numbers("appje naar leerling")).contains("IV.medewerkers.3");
		assertThat(numbers("twitter")).contains("II.3");
		assertThat(numbers("straf")).anyMatch(number -> number.startsWith("V."));
	}

	@Test
	void anAccentOrALetterWrongIsForgiven() {
		assertThat(numbers("privé")).isNotEmpty().isEqualTo(numbers("prive"));
		assertThat(numbers("toestemmming")).contains("IV.medewerkers.8");
	}

	@Test
	void whatWasAskedForIsMarkedInTheTextThatWasFound() {
		var heading = find("foto").getFirst().heading();
		assertThat(heading).anySatisfy(piece -> assertThat(piece.hit()).isTrue());
		assertThat(heading.stream().map(ArticleSearch.Piece::text).collect(Collectors.joining()))
				.isEqualTo("Foto's en films van leerlingen");
	}

	@Test
	void wordsThatSayNothingFindNothing() {
		assertThat(find("de het een op")).isEmpty();
		assertThat(find("':*|&!() <b> \\")).isEmpty();
		assertThat(find("")).isEmpty();
		assertThat(find("xqzwvk")).isEmpty();
	}

	@Test
	void theExamplesAreSearchedOnlyWhenAsked() {
		var teacher = site.as(Cast.samira());
		assertThat(teacher.get("/beleid/zoeken?q=gastenboek+fotoalbum").body()).doesNotContain("/beleid/kom-leren-2014#");
		assertThat(teacher.get("/beleid/zoeken?q=foto&in=alles").body()).contains("/beleid/kom-leren-2014#");
		assertThat(teacher.get("/beleid/zoeken?q=%3Cscript%3E").body()).doesNotContain("<script>");
		assertThat(teacher.get("/beleid/zoeken?q=xqzwvk").body()).contains("Niets gevonden voor “xqzwvk”");
	}

	private List<String> numbers(String words) {
		return find(words).stream().map(ArticleSearch.Found::number).toList();
	}

	private List<ArticleSearch.Found> find(String words) {
		var policy = policies.inForce(Cast.board(), LocalDate.now(clock)).stream().toList();
		return tenancy.as(Cast.board(), () -> search.find(Cast.board(), words, policy, 10));
	}
}
