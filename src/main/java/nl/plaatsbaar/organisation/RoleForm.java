package nl.plaatsbaar.organisation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;

/** What was typed about a role, kept as it was typed. */
record RoleForm(String role, String where, String from, String until) {

	private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

	RoleForm(@Nullable String role, @Nullable String where, @Nullable String from, @Nullable String until) {
		this.role = orEmpty(role);
		this.where = orEmpty(where);
		this.from = orEmpty(from);
		this.until = orEmpty(until);
	}

	static RoleForm of(Grant grant, @Nullable LocalDate until) {
		return new RoleForm(grant.role().name(), written(grant.scope()), grant.from().toString(), until == null ? "" : until.toString());
	}

	static String written(Scope scope) {
		return switch (scope) {
			case Scope.Board() -> "board";
			case Scope.School(var school) -> "school." + school;
			case Scope.Group(_, var group) -> "group." + group;
		};
	}

	Optional<Role> chosenRole() {
		return Arrays.stream(Role.values()).filter(one -> one.name().equals(role)).findFirst();
	}

	/** As a browser sends it, or as a Dutch hand types it: 2027-08-01 or 1-8-2027. */
	static Optional<LocalDate> day(String typed) {
		try {
			return Optional.of(typed.matches("\\d{4}-.*") ? LocalDate.parse(typed) : LocalDate.parse(typed, AS_TYPED));
		} catch (DateTimeException notADay) {
			return Optional.empty();
		}
	}

	private static String orEmpty(@Nullable String typed) {
		return typed == null ? "" : typed.strip();
	}
}
