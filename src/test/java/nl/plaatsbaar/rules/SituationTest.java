package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

/** A situation as people send it. */
class SituationTest {

	private static final Function<String, Optional<String>> PLATFORMS = id -> Optional
			.ofNullable(Map.of("instagram", "public-network", "whatsapp", "messenger").get(id));

	private static Facts read(Map<String, ?> situation) throws UnreadableSituation {
		return Situation.read(situation, PLATFORMS);
	}

	@Test
	void aTeacherWithAPhotoOnInstagram() throws Exception {
		var facts = read(
				Map.of("actor", "employee", "act", "post", "platform", "instagram", "content", List.of("people-shown"), "inLesson", true));
		assertThat(facts.values().stream().filter(value -> !value.fact().isTrait()).map(Value::code)).containsExactly("employee", "post",
				"public-network", "yes");
		assertThat(Fact.TRAITS).allMatch(facts::knows);
		assertThat(facts.isYes(Fact.PEOPLE_SHOWN)).isTrue();
		assertThat(facts.isYes(Fact.CONFIDENTIAL)).isFalse();
	}

	@Test
	void whatIsNotToldIsUnknown() throws Exception {
		assertThat(read(Map.of())).isEqualTo(Facts.NONE);
		assertThat(read(Map.of("actor", "", "inLesson", " "))).isEqualTo(Facts.NONE);
		assertThat(read(Map.of("content", "")).knows(Fact.PEOPLE_SHOWN)).as("an empty set of content is told").isTrue();
	}

	@Test
	void whatIsWrittenCanBeReadAgain() throws Exception {
		var random = new SplittableRandom(2);
		for (int i = 0; i < 2_000; i++) {
			var facts = i % 2 == 0 ? RandomFacts.partly(random) : RandomFacts.complete(random);
			assertThat(read(Situation.write(facts))).isEqualTo(facts);
		}
	}

	@Test
	void anUnknownFieldIsNamedWithTheFieldsThereAre() {
		assertThatExceptionOfType(UnreadableSituation.class).isThrownBy(() -> read(Map.of("acter", "employee"))).satisfies(unreadable -> {
			assertThat(unreadable.field()).isEqualTo("acter");
			assertThat(unreadable.allowed()).contains("actor", "content").doesNotContain("people-shown");
		});
	}

	@Test
	void anUnknownValueIsNamedWithTheValuesThereAre() {
		assertThatExceptionOfType(UnreadableSituation.class).isThrownBy(() -> read(Map.of("actor", "teacher"))).satisfies(unreadable -> {
			assertThat(unreadable.field()).isEqualTo("actor");
			assertThat(unreadable.value()).isEqualTo("teacher");
			assertThat(unreadable.allowed()).contains("employee");
		});
		assertThatExceptionOfType(UnreadableSituation.class).isThrownBy(() -> read(Map.of("content", List.of("selfie"))))
				.satisfies(unreadable -> assertThat(unreadable.allowed()).contains("people-shown"));
		assertThatExceptionOfType(UnreadableSituation.class).isThrownBy(() -> read(Map.of("inLesson", "maybe")))
				.satisfies(unreadable -> assertThat(unreadable.allowed()).containsExactly("true", "false"));
		assertThatExceptionOfType(UnreadableSituation.class).isThrownBy(() -> read(Map.of("platform", "myspace")));
	}
}
