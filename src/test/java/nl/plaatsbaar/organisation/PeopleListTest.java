package nl.plaatsbaar.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;

class PeopleListTest {

	private final PeopleList list = new PeopleList();

	@Test
	void aNameWithASemicolonOrAQuoteStaysOneCell() {
		add("Jan \"Johnny\" Smit; junior");

		assertThat(text()).contains("\"Jan \"\"Johnny\"\" Smit; junior\";jan@school.example;leerkracht;6A;2026-08-01;\r\n");
	}

	@Test
	void aNameThatASpreadsheetWouldRunIsJustText() {
		add("=HYPERLINK(\"http://elders\")");

		assertThat(text()).contains("\"'=HYPERLINK(\"\"http://elders\"\")\";");
	}

	@Test
	void aSpreadsheetSeesThatItIsUtf8() {
		assertThat(list.file()).startsWith(0xEF, 0xBB, 0xBF);
	}

	private void add(String name) {
		list.add(new Person(UUID.randomUUID(), UUID.randomUUID(), "Jan", name, null, "jan@school.example"), "leerkracht", "6A",
				new Grant(Role.TEACHER, new Scope.Board(), LocalDate.of(2026, 8, 1), null));
	}

	private String text() {
		return new String(list.file(), StandardCharsets.UTF_8);
	}
}
