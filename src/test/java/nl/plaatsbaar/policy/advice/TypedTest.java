package nl.plaatsbaar.policy.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Platform;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type on the start screen, and how it is understood. */
class TypedTest {

	private static final List<Platform> PLATFORMS = List.of(
			new Platform("instagram", "Instagram", "public-network", 13, List.of("insta", "ig")),
			new Platform("whatsapp", "WhatsApp", "messenger", 13, List.of("app", "appje")),
			new Platform("facebook", "Facebook", "semi-public-network", 13, List.of("fb")),
			new Platform("email", "E-mail", "email", 0, List.of("mail")));

	private final Typed typed = new Typed(new Situations());

	@ParameterizedTest
	@CsvSource({"foto op insta, post, , instagram", "leerling appen, message, pupil, whatsapp",
		"vriend worden met ouder, connect, parent, ",
		"Mag ik een LEERLING mailen?, message, pupil, email", "facebook vriend van oud-leerling, connect, alumnus, facebook",
		"moeder volgen op fb, follow, parent, facebook",
		"journalist belt, , journalist, ", "leeerling appen, message, pupil, whatsapp"})
	void peopleTypeAFewWordsAndAreUnderstood(String words, String act, String counterpart, String platform) {
		var reading = typed.read(words, PLATFORMS);
		assertThat(code(reading, Fact.ACT)).isEqualTo(act);
		assertThat(code(reading, Fact.COUNTERPART)).isEqualTo(counterpart);
		assertThat(reading.platform()).isEqualTo(platform);
	}

	@Test
	void aPhotoShowsPeopleAtSchoolUntilSomebodySaysOtherwise() {
		var facts = typed.read("foto van de sportdag", PLATFORMS).facts();
		assertThat(facts.isYes(Fact.PEOPLE_SHOWN)).isTrue();
		assertThat(facts.isYes(Fact.SCHOOL_SITUATION)).isTrue();
		assertThat(facts.knows(Fact.CONFIDENTIAL)).as("the rest of the content is still to be asked").isFalse();
	}

	@Test
	void aFormerPupilIsNotReadAsAPupil() {
		assertThat(code(typed.read("oud-leerling appen", PLATFORMS), Fact.COUNTERPART)).isEqualTo("alumnus");
	}

	@Test
	void wordsNobodyKnowsLeadToNothing() {
		assertThat(typed.read("qwerty asdf", PLATFORMS).isEmpty()).isTrue();
		assertThat(typed.read("   ", PLATFORMS).isEmpty()).isTrue();
	}

	@Test
	void commonSituationsThatComeCloseAreOffered() {
		assertThat(typed.read("filmpje van de leraar delen", PLATFORMS).near()).extracting(Situations.Common::id)
				.contains("share-recording");
	}

	private static @Nullable String code(Typed.Reading reading, Fact fact) {
		var value = reading.facts().value(fact);
		return value == null ? null : value.code();
	}
}
