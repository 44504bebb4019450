package nl.plaatsbaar.policy.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.Outcome;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The doubts of a board. Every call names the board; the database shows no other. */
@Repository
class Doubts {

	private final JdbcClient database;

	Doubts(JdbcClient database) {
		this.database = database;
	}

	UUID add(UUID board, Doubt doubt) {
		return database.sql("""
				insert into doubt (board_id, school_id, asker, addressee, policy, version, choices, flags, platform, outcome, situation,
					remark, asked_at)
				values (:board, :school, :asker, :addressee, :policy, :version, :choices, :flags, :platform, :outcome, :situation,
					:remark, :askedAt)
				returning id""").param("board", board).param("school", doubt.school()).param("asker", doubt.asker())
				.param("addressee", doubt.addressee()).param("policy", doubt.policy()).param("version", doubt.version())
				.param("choices", doubt.facts().choices()).param("flags", doubt.facts().flags()).param("platform", doubt.platform())
				.param("outcome", doubt.outcome().name()).param("situation", doubt.situation()).param("remark", doubt.remark())
				.param("askedAt", Timestamp.from(doubt.askedAt())).query(UUID.class).single();
	}

	/** The same question to the same person that still waits for its answer. */
	Optional<UUID> open(UUID board, UUID asker, UUID addressee, Facts facts) {
		return database.sql("""
				select id from doubt where board_id = :board and asker = :asker and addressee = :addressee
					and choices = :choices and flags = :flags and answer is null limit 1""").param("board", board).param("asker", asker)
				.param("addressee", addressee).param("choices", facts.choices()).param("flags", facts.flags()).query(UUID.class).optional();
	}

	int askedSince(UUID board, UUID asker, Instant since) {
		return database.sql("select count(*) from doubt where board_id = :board and asker = :asker and asked_at > :since")
				.param("board", board).param("asker", asker).param("since", Timestamp.from(since)).query(Integer.class).single();
	}

	/** Keeps the answer, unless somebody answered before: the first answer stands. */
	boolean answer(UUID board, UUID id, Doubt.Answer answer) {
		return database.sql("""
				update doubt set answer = :text, answered_by = :by, answered_at = :at
				where board_id = :board and id = :id and answer is null""").param("text", answer.text()).param("by", answer.by())
				.param("at", Timestamp.from(answer.at())).param("board", board).param("id", id).update() == 1;
	}

	Optional<Doubt> find(UUID board, UUID id) {
		return database.sql("select * from doubt where board_id = :board and id = :id").param("board", board).param("id", id)
				.query(Doubts::doubt).optional();
	}

	List<Doubt> askedBy(UUID board, UUID person) {
		return database.sql("select * from doubt where board_id = :board and asker = :person order by asked_at desc limit 100")
				.param("board", board).param("person", person).query(Doubts::doubt).list();
	}

	/** Asked of this person; what waits for an answer comes first. */
	List<Doubt> askedOf(UUID board, UUID person) {
		return database.sql("""
				select * from doubt where board_id = :board and addressee = :person
				order by answered_at is not null, asked_at desc limit 100""").param("board", board).param("person", person)
				.query(Doubts::doubt).list();
	}

	/** Everything a person asked or was asked. */
	List<Doubt> of(UUID board, UUID person) {
		return database.sql("select * from doubt where board_id = :board and :person in (asker, addressee) order by asked_at")
				.param("board", board).param("person", person).query(Doubts::doubt).list();
	}

	void forgetAskedBy(UUID board, UUID person) {
		database.sql("delete from doubt where board_id = :board and asker = :person").param("board", board).param("person", person)
				.update();
	}

	private static Doubt doubt(ResultSet row, int number) throws SQLException {
		return new Doubt(row.getObject("id", UUID.class), row.getObject("school_id", UUID.class), row.getObject("asker", UUID.class),
				row.getObject("addressee", UUID.class), row.getString("policy"), row.getObject("version", LocalDate.class),
				new Facts(row.getLong("choices"), row.getLong("flags")), row.getString("platform"),
				Outcome.valueOf(row.getString("outcome")), row.getString("situation"), row.getString("remark"), moment(row, "asked_at"),
				answer(row));
	}

	private static Doubt.@Nullable Answer answer(ResultSet row) throws SQLException {
		var text = row.getString("answer");
		return text == null ? null : new Doubt.Answer(text, row.getObject("answered_by", UUID.class), moment(row, "answered_at"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}
}
