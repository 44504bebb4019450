package nl.plaatsbaar.organisation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;

/** What a board calls its roles: the usual word, unless it has chosen its own ("locatiedirecteur" for the principal). */
@Component
public class RoleTitles {

	static final int LONGEST = 60;

	private final JdbcClient jdbc;
	private final MessageSource messages;
	private final AuditTrail audit;

	RoleTitles(JdbcClient jdbc, MessageSource messages, AuditTrail audit) {
		this.jdbc = jdbc;
		this.messages = messages;
		this.audit = audit;
	}

	public String title(UUID board, Role role, Locale locale) {
		return own(board).getOrDefault(role, usual(role, locale));
	}

	/** The title of every role, in the order of {@link Role}. */
	public Map<Role, String> titles(UUID board, Locale locale) {
		var titles = new EnumMap<Role, String>(Role.class);
		for (var role : Role.values())
			titles.put(role, usual(role, locale));
		titles.putAll(own(board));
		return titles;
	}

	String usual(Role role, Locale locale) {
		return messages.getMessage("role." + role, null, role.name(), locale) instanceof String title ? title : role.name();
	}

	/** Only the titles a board chose itself; they are the same in every language. */
	Map<Role, String> own(UUID board) {
		return jdbc.sql("select role, title from role_title where board_id = :board").param("board", board)
				.query((row, _) -> Map.entry(Role.valueOf(row.getString("role")), row.getString("title"))).list().stream()
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, () -> new EnumMap<>(Role.class)));
	}

	/** Calls roles by these names from now on, by role; an empty name brings the usual word back. */
	@Transactional
	void callAll(UUID board, Map<String, String> names, Actor by) {
		var own = own(board);
		for (var role : Role.values()) {
			var name = names.getOrDefault(role.name(), "").strip();
			if (!name.equals(own.getOrDefault(role, "")))
				call(board, role, name, by);
		}
	}

	private void call(UUID board, Role role, String name, Actor by) {
		if (name.isEmpty())
			jdbc.sql("delete from role_title where board_id = :board and role = :role").param("board", board).param("role", role.name())
					.update();
		else
			jdbc.sql("""
					insert into role_title (board_id, role, title) values (:board, :role, :title)
					on conflict (board_id, role) do update set title = excluded.title""").param("board", board).param("role", role.name())
					.param("title", name).update();
		audit.record(board, by.person(), Recordable.of("organisation.role.titled").with("role", role.name()).with("title", name));
	}
}
