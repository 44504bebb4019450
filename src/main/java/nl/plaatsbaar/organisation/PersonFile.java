package nl.plaatsbaar.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.access.Accounts;
import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Grants;

/** What the organisation knows about somebody, and what access keeps for it: name, place, relations, roles and account. */
@Component
class PersonFile implements PersonalDataHolder {

	/** Every column of a relation that can name this person. */
	private static final Map<String, List<String>> RELATIONS = Map.of("enrolment", List.of("person_id"), "guardianship",
			List.of("guardian_id", "child_id"), "supervision", List.of("person_id", "supervisor_id"), "internship",
			List.of("person_id", "coordinator_id"), "volunteering", List.of("person_id"));

	private final JdbcClient jdbc;
	private final Grants grants;
	private final Accounts accounts;
	private final Clock clock;

	PersonFile(JdbcClient jdbc, Grants grants, Accounts accounts, Clock clock) {
		this.jdbc = jdbc;
		this.grants = grants;
		this.accounts = accounts;
		this.clock = clock;
	}

	@Override
	public Set<String> tables() {
		return Set.of("person", "enrolment", "guardianship", "supervision", "internship", "volunteering", "role_grant", "account");
	}

	@Override
	public List<Kept> show(UUID board, UUID person) {
		var kept = new ArrayList<Kept>();
		kept.addAll(rows("kept.person",
				"select first_name, name_prefix, surname, born_on, email from person where board_id = :board and person_id = :person",
				board, person));
		kept.addAll(rows("kept.enrolment", """
				select s.name as school, g.name as "group", g.year, e.from_day, e.until_day from enrolment e
				join school_group g using (board_id, group_id) join school s using (board_id, school_id)
				where e.board_id = :board and e.person_id = :person""", board, person));
		kept.addAll(rows("kept.guardianship", """
				select p.name as guardian, c.name as child, g.kind, g.authority, g.from_day, g.until_day from guardianship g
				join person p on p.board_id = g.board_id and p.person_id = g.guardian_id
				join person c on c.board_id = g.board_id and c.person_id = g.child_id
				where g.board_id = :board and :person in (g.guardian_id, g.child_id)""", board, person));
		kept.addAll(rows("kept.supervision", """
				select s.name as school, p.name as employee, l.name as supervisor, v.from_day, v.until_day from supervision v
				join school s using (board_id, school_id)
				join person p on p.board_id = v.board_id and p.person_id = v.person_id
				join person l on l.board_id = v.board_id and l.person_id = v.supervisor_id
				where v.board_id = :board and :person in (v.person_id, v.supervisor_id)""", board, person));
		kept.addAll(rows("kept.internship", """
				select s.name as school, p.name as intern, c.name as coordinator, i.from_day, i.until_day from internship i
				join school s using (board_id, school_id)
				join person p on p.board_id = i.board_id and p.person_id = i.person_id
				join person c on c.board_id = i.board_id and c.person_id = i.coordinator_id
				where i.board_id = :board and :person in (i.person_id, i.coordinator_id)""", board, person));
		kept.addAll(rows("kept.volunteering", """
				select s.name as school, v.task, v.from_day, v.until_day from volunteering v join school s using (board_id, school_id)
				where v.board_id = :board and v.person_id = :person""", board, person));
		grants.of(board, person).forEach(grant -> kept.add(new Kept("kept.role", facts(grant))));
		accounts.email(board, person).ifPresent(email -> kept.add(new Kept("kept.account", Map.of("email", email))));
		return kept;
	}

	private List<Kept> rows(String what, String sql, UUID board, UUID person) {
		return jdbc.sql(sql).param("board", board).param("person", person).query((row, _) -> {
			var facts = new LinkedHashMap<String, String>();
			for (var column = 1; column <= row.getMetaData().getColumnCount(); column++)
				if (row.getString(column) instanceof String value && !value.isEmpty())
					facts.put(row.getMetaData().getColumnLabel(column), value);
			return new Kept(what, facts);
		}).list();
	}

	private static Map<String, String> facts(Grant grant) {
		var facts = new LinkedHashMap<String, String>();
		facts.put("role", grant.role().name());
		facts.put("from", grant.from().toString());
		if (grant.until() != null)
			facts.put("until", grant.until().toString());
		return facts;
	}

	/** Others may still point at this person, in a decision or a statement: the row stays and says nothing any more. */
	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Kept> forget(UUID board, UUID person) {
		grants.of(board, person).forEach(grant -> grants.end(board, person, grant, grant.from().minusDays(1), null));
		accounts.close(board, person);
		RELATIONS.forEach((table, columns) -> columns.forEach(column -> jdbc
				.sql("delete from %s where board_id = :board and %s = :person".formatted(table, column)).param("board", board)
				.param("person", person)
				.update()));
		jdbc.sql(
				"""
						update person set first_name = 'Vergeten', name_prefix = '', surname = 'persoon', findable = '', born_on = null, email = null, erased_on = :today
						where board_id = :board and person_id = :person""")
				.param("board", board).param("person", person).param("today", LocalDate.now(clock))
				.update();
		return List.of();
	}
}
