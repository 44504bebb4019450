package nl.plaatsbaar.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.TestDatabase;
import nl.plaatsbaar.access.Tenancy;

@PlaatsbaarTest
class PersonalDataTest {

	/** Tables that name people and are nobody's to wipe, each with the reason. */
	private static final Map<String, String> KEPT_FOR_ALL = Map.of("audit_entry",
			"who did what stays provable: it holds ids and no names, and a chain with a hole proves nothing");

	/** Columns that go on pointing at the emptied person, each with the reason; what is kept there is named when somebody is forgotten. */
	private static final Map<String, String> KEPT_FOR_ANOTHER = Map.of("doubt.addressee", "the question belongs to who asked it");

	@Autowired
	List<PersonalDataHolder> holders;

	@Autowired
	TestDatabase database;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void everyTableThatNamesAPersonBelongsToAModuleThatCanShowAndForget() {
		var answered = holders.stream().flatMap(holder -> holder.tables().stream()).collect(Collectors.toList());
		var naming = tablesNamingPeople().keySet();

		assertThat(naming).contains("person", "guardianship", "role_grant").allSatisfy(
				table -> assertThat(answered.contains(table) || KEPT_FOR_ALL.containsKey(table)).as("who answers for table %s?", table)
						.isTrue());
		assertThat(answered).doesNotHaveDuplicates();
	}

	@Test
	void aPersonSeesEverythingThatIsKept() {
		var noor = show(Cast.noor().id());

		assertThat(noor).extracting(PersonalDataHolder.Kept::what).contains("kept.person", "kept.enrolment", "kept.guardianship",
				"kept.role");
		assertThat(noor)
				.anySatisfy(kept -> assertThat(kept.facts()).containsEntry("guardian", "Laila Amrani").containsEntry("authority", "t"));
		assertThat(show(Cast.samira().id())).anySatisfy(kept -> assertThat(kept.facts()).containsEntry("supervisor", "Joris van Dam"))
				.anySatisfy(kept -> assertThat(kept.facts()).containsEntry("email", "samira.elidrissi@zevenbruggen.example"));
	}

	@Test
	void somebodyWhoIsForgottenLeavesAnEmptyRowAndNothingElse() {
		doubt("joris", "hanneke");
		doubt("samira", "joris");

		var kept = Stream.of("kees", "bram", "yusuf", "ayse", "joris").flatMap(gone -> forget(Cast.member(gone).id()).stream()).toList();

		assertThat(kept).extracting(PersonalDataHolder.Kept::what).containsExactly("kept.doubt");
		assertThat(kept.getFirst().facts()).containsEntry("situation", "samira vraagt joris");
		assertThat(show(Cast.member("hanneke").id())).noneMatch(one -> one.facts().containsValue("joris vraagt hanneke"));
		for (var gone : List.of("kees", "bram", "yusuf", "ayse", "joris"))
			tablesNamingPeople().forEach((table, columns) -> columns.forEach(column -> {
				if (!table.equals("person") && !KEPT_FOR_ALL.containsKey(table) && !KEPT_FOR_ANOTHER.containsKey(table + "." + column))
					assertThat(rows(table, column, Cast.member(gone).id())).as("%s.%s still names %s", table, column, gone).isZero();
			}));
		assertThat(show(Cast.member("kees").id())).singleElement().satisfies(
				row -> assertThat(row.facts()).isEqualTo(Map.of("first_name", "Vergeten", "surname", "persoon")));
	}

	private List<PersonalDataHolder.Kept> show(UUID person) {
		return tenancy.as(Cast.board(), () -> holders.stream().flatMap(holder -> holder.show(Cast.board(), person).stream()).toList());
	}

	/** Returns what had to be kept. */
	private List<PersonalDataHolder.Kept> forget(UUID person) {
		return Objects.requireNonNull(tenancy.as(Cast.board(), () -> transaction
				.execute(_ -> holders.stream().flatMap(holder -> holder.forget(Cast.board(), person).stream()).toList())));
	}

	private void doubt(String asker, String addressee) {
		database.superuser()
				.sql("""
						insert into doubt (board_id, school_id, asker, addressee, policy, version, choices, flags, outcome, situation, remark, asked_at)
						values (:board, :school, :asker, :addressee, 'osvs-2025', '2025-01-01', 0, 0, 'FORBIDDEN', :situation, '', now())
						""")
				.param("board", Cast.board()).param("school", Cast.deVlieger()).param("asker", Cast.member(asker).id())
				.param("addressee", Cast.member(addressee).id()).param("situation", asker + " vraagt " + addressee).update();
	}

	/**
	 * By foreign key to a person, or by the name of the column. Not who signed a decision of the board (adopted_by, written_by): the
	 * decision keeps its signature, and the person it points at says nothing any more.
	 */
	private Map<String, Set<String>> tablesNamingPeople() {
		var columns = new TreeMap<String, Set<String>>();
		database.superuser().sql("""
				select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
				join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
				where c.contype = 'f' and c.confrelid = 'person'::regclass and a.attname <> 'board_id' and a.attname !~ '_by$'
				union select table_name, column_name from information_schema.columns
				where table_schema = 'public' and column_name ~ '(^|_)(person|person_id)$'
				""").query(row -> {
			columns.computeIfAbsent(row.getString("table"), _ -> new TreeSet<>()).add(row.getString("column"));
		});
		return columns;
	}

	private int rows(String table, String column, UUID person) {
		return database.superuser().sql("select count(*) from %s where %s = :person".formatted(table, column)).param("person", person)
				.query(Integer.class).single();
	}
}
