package nl.plaatsbaar.policy.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Mag dit?" in a terminal, without a server or a database. */
class AdviceCommandTest {

	private final AdviceCommand advise = new AdviceCommand();

	@Test
	void aQuestionIsAnswered() {
		assertThat(advise.run(List.of("--policy", "osvs-2025", "actor=employee", "act=connect", "counterpart=pupil", "platform=instagram")))
				.isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"--policy nergens actor=employee", "actor=employee", "--policy osvs-2025 actor=koning",
		"--policy osvs-2025 wie=employee"})
	void aQuestionThatCannotBeReadIsSaidSo(String question) {
		assertThat(advise.run(List.of(question.split(" ")))).isEqualTo(2);
	}
}
