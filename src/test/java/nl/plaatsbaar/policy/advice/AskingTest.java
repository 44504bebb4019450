package nl.plaatsbaar.policy.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Value;

import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The question lives in the address: reading an address back gives the same question. */
class AskingTest {

	private static final Asking.PlatformNames PLATFORMS = name -> name.equals("instagram")
			? Fact.PLACE.optionOfCode("public-network")
			: Fact.PLACE.optionOfCode(name);

	@Test
	void anyQuestionSurvivesTheTripThroughTheAddress() {
		var random = new SplittableRandom(20261120);
		for (int i = 0; i < 2_000; i++) {
			var asking = random(random);
			assertThat(read(asking.address("/mag-dit/antwoord"))).isEqualTo(asking);
		}
	}

	@Test
	void aPlatformKeepsItsName() {
		var asking = Asking.NOTHING.onPlatform("instagram", PLATFORMS.place("instagram").orElseThrow());
		assertThat(asking.address("/x")).isEqualTo("/x?platform=instagram");
		assertThat(read("/x?platform=instagram").platform()).isEqualTo("instagram");
	}

	@Test
	void whatIsNotTickedOnAListIsANo() {
		var asking = Asking.read(params(Map.of("shown", List.of("people-shown.confidential.inLesson"), "content", List.of("people-shown"))),
				PLATFORMS);
		assertThat(asking.facts().isYes(Fact.PEOPLE_SHOWN)).isTrue();
		assertThat(asking.facts().has(Fact.CONFIDENTIAL.no())).isTrue();
		assertThat(asking.facts().has(Fact.IN_LESSON.no())).isTrue();
		assertThat(asking.facts().knows(Fact.INDECENT)).isFalse();
	}

	@Test
	void nonsenseInAnAddressIsLeftOutAndAskedAgain() {
		var asking = read("/x?actor=koning&act=post&platform=nergens&content=alles.people-shown&unsure=niks");
		assertThat(asking.facts().knows(Fact.ACTOR)).isFalse();
		assertThat(asking.facts().values()).extracting(Value::code).contains("post", "yes");
		assertThat(asking.unsure()).isEmpty();
	}

	@Test
	void notKnowingStaysNotKnowingUntilItIsTold() {
		var unsure = Asking.NOTHING.unsureOf(List.of(Fact.CONSENT));
		assertThat(unsure.facts().knows(Fact.CONSENT)).isFalse();
		assertThat(unsure.with(Fact.CONSENT.optionOfCode("given").orElseThrow()).unsure()).isEmpty();
	}

	private static Asking random(SplittableRandom random) {
		var asking = new Asking(random.nextBoolean() ? "de-vlieger" : null, random.nextBoolean() ? "osvs-2025" : null,
				Asking.NOTHING.facts(),
				java.util.Set.of(), null);
		for (var fact : Fact.values())
			if (random.nextInt(3) == 0)
				asking = asking.with(fact.options().get(random.nextInt(fact.options().size())));
			else if (random.nextInt(4) == 0)
				asking = asking.unsureOf(List.of(fact));
		return asking;
	}

	private static Asking read(String address) {
		var params = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
		return Asking.read(params, PLATFORMS);
	}

	private static MultiValueMap<String, String> params(Map<String, List<String>> map) {
		return MultiValueMap.fromMultiValue(map);
	}
}
