package nl.plaatsbaar.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;

@PlaatsbaarTest
class SignInTest {

	@Autowired
	Site site;

	@Test
	void aTeacherSignsInWithHerPassword() {
		var samira = site.as(Cast.samira());

		assertThat(samira.get("/inloggen").body()).contains("Samira El Idrissi");
	}
}
