package nl.plaatsbaar.policy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.UnreadablePolicy;

/** Drafts with rules that can be read, as versions that nobody adopted, to see what they would change. */
@Component
final class ReadableDrafts {

	private record Draft(UUID id, String yaml) {
	}

	private final JdbcClient jdbc;

	ReadableDrafts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<PolicyVersion> of(UUID board) {
		return jdbc.sql("""
				select id, yaml from policy_draft
				where board_id = :board and closed_at is null and yaml is not null order by changed_at desc limit 20""")
				.param("board", board)
				.query((row, _) -> new Draft(row.getObject("id", UUID.class), row.getString("yaml"))).list().stream()
				.flatMap(ReadableDrafts::version).toList();
	}

	private static Stream<PolicyVersion> version(Draft draft) {
		try {
			return Stream.of(new PolicyVersion(draft.id(), PolicyFile.read(draft.yaml()), draft.yaml(), "", null, null, null, null, null));
		} catch (UnreadablePolicy unfinished) {
			return Stream.empty();
		}
	}
}
