package nl.plaatsbaar.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.organisation.PersonalDataHolder;

/**
 * What the policy keeps about people: only who decided, wrote or added something. The school has to be able to show who took a decision
 * (WMS, archive law), so it stays; the name itself is forgotten where the person is.
 */
@Component
class PolicyTraces implements PersonalDataHolder {

	private final JdbcClient jdbc;

	PolicyTraces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> tables() {
		return Set.of("policy_version", "policy_draft", "school_addition", "platform", "interpretation");
	}

	@Override
	public List<Kept> show(UUID board, UUID person) {
		return Stream.of(
				kept("kept.policy.adopted",
						"select title as what, adopted_at as at from policy_version where board_id = :board and :person in (adopted_by, withdrawn_by)",
						board, person),
				kept("kept.policy.draft",
						"select title as what, written_at as at from policy_draft where board_id = :board and written_by = :person", board,
						person),
				kept("kept.policy.addition",
						"select heading as what, added_at as at from school_addition where board_id = :board and :person in (added_by, ended_by)",
						board, person),
				kept("kept.policy.platform",
						"select name as what, added_at as at from platform where board_id = :board and added_by = :person", board, person),
				kept("kept.policy.interpretation",
						"select question as what, decided_at as at from interpretation where board_id = :board and :person in (decided_by, ended_by)",
						board, person))
				.flatMap(List::stream).toList();
	}

	private List<Kept> kept(String what, String sql, UUID board, UUID person) {
		return jdbc.sql(sql).param("board", board).param("person", person)
				.query((row, _) -> new Kept(what, Map.of("what", row.getString("what"), "at", Shelves.instant(row, "at").toString())))
				.list();
	}

	/** Keeps everything: see above. */
	@Override
	public List<Kept> forget(UUID board, UUID person) {
		return show(board, person);
	}
}
