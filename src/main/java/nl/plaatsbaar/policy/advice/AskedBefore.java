package nl.plaatsbaar.policy.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Outcome;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which situations were asked about before, counted per school, without who asked. It shows what an amendment means for questions
 * that people really have.
 */
@Repository
class AskedBefore {

	record Asked(UUID school, String policy, Facts facts, Outcome outcome, int times, LocalDate lastOn) {}

	private static final int MOST_PER_SCHOOL = 2_000;

	private final JdbcClient database;

	AskedBefore(JdbcClient database) {
		this.database = database;
	}

	/** Counts one more; a new situation only while there is room, so that nobody can fill the table by asking nonsense. */
	void count(UUID board, UUID school, String policy, Facts facts, Outcome outcome, LocalDate on) {
		database.sql("""
				insert into asked_before (board_id, school_id, policy, choices, flags, outcome, times, last_on)
				select :board, :school, :policy, :choices, :flags, :outcome, 1, :on
				where (select count(*) from asked_before where board_id = :board and school_id = :school) < :most
					or exists (select 1 from asked_before where board_id = :board and school_id = :school and policy = :policy
						and choices = :choices and flags = :flags)
				on conflict (board_id, school_id, policy, choices, flags)
				do update set times = asked_before.times + 1, outcome = excluded.outcome, last_on = excluded.last_on""")
				.param("board", board).param("school", school).param("policy", policy).param("choices", facts.choices())
				.param("flags", facts.flags()).param("outcome", outcome.name()).param("on", on).param("most", MOST_PER_SCHOOL).update();
	}

	/** The situations asked most, of the last two years; what is older is forgotten. */
	List<Asked> most(UUID board, int limit, LocalDate today) {
		database.sql("delete from asked_before where board_id = :board and last_on < :since").param("board", board)
				.param("since", today.minusYears(2)).update();
		return database.sql("select * from asked_before where board_id = :board order by times desc, last_on desc limit :limit")
				.param("board", board).param("limit", limit)
				.query((row, _) -> new Asked(row.getObject("school_id", UUID.class), row.getString("policy"),
						new Facts(row.getLong("choices"), row.getLong("flags")), Outcome.valueOf(row.getString("outcome")),
						row.getInt("times"), row.getObject("last_on", LocalDate.class)))
				.list();
	}
}
