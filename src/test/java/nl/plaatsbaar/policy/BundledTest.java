package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

import nl.plaatsbaar.Clause;

class BundledTest {

	private static final Bundled BUNDLED = new Bundled();
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

	@Test
	void theExamplesThatComeWithTheProductAreThere() {
		assertThat(BUNDLED.examples()).extracting(PolicyVersion::policy).contains("meander-2021");
		assertThat(BUNDLED.examples()).allSatisfy(example -> assertThat(example.digest()).hasSize(64));
	}

	@Test
	@Clause("OBO-DEF")
	void anOldNameOfAPlatformStillFindsIt() {
		assertThat(called("Twitter")).isEqualTo("x");
		assertThat(called("insta")).isEqualTo("instagram");
		assertThat(called("Appje")).isEqualTo("whatsapp");
		assertThat(called("weblog")).isEqualTo("blog");
	}

	@Test
	void noWordMeansTwoPlatforms() {
		for (var one : BUNDLED.platforms())
			for (var other : BUNDLED.platforms())
				if (one != other)
					assertThat(one.platform().synonyms()).as(one.platform().id() + " and " + other.platform().id())
							.noneMatch(other::isCalled);
	}

	@Test
	void aPlatformThatEndedIsKnownButNoLongerInUse() {
		var hyves = BUNDLED.platforms().stream().filter(known -> known.isCalled("Hyves")).findFirst().orElseThrow();
		assertThat(hyves.isInUse(TODAY)).isFalse();
		assertThat(hyves.isInUse(LocalDate.of(2010, 5, 1))).isTrue();
	}

	@Test
	void aMistakeInABundledPolicyStopsTheStartWithItsFileAndLine() {
		var broken = new ByteArrayResource(
				"beleid: kapot\ntitel: Kapot\nlaag: beleid\nversie: vandaag\nartikelen: []\n".getBytes(StandardCharsets.UTF_8)) {
			@Override
			public String getFilename() {
				return "kapot.yaml";
			}
		};
		assertThatThrownBy(() -> Bundled.policy(broken)).isInstanceOf(Bundled.BrokenBundle.class)
				.hasMessageStartingWith("policies/kapot.yaml:4: ");
	}

	private static String called(String word) {
		return BUNDLED.platforms().stream().filter(known -> known.isCalled(word)).findFirst().orElseThrow().platform().id();
	}
}
