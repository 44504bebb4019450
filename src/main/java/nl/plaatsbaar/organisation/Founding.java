package nl.plaatsbaar.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import nl.plaatsbaar.access.Accounts;
import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Grants;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;

/** Makes a board that works. Out of the cast: its schools, groups and people, who they are to each other, and their accounts. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Founding {

	static final String PASSWORD = "plaatsbaar";
	/** Whose name nobody has written down yet. */
	private static final FullName FIRST = new FullName("Eerste", "", "beheerder");

	private final SchoolOffice office;
	private final Grants grants;
	private final Accounts accounts;
	private final AuditTrail audit;
	private final Clock clock;

	Founding(SchoolOffice office, Grants grants, Accounts accounts, AuditTrail audit, Clock clock) {
		this.office = office;
		this.grants = grants;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	/** Call while bound to the board of these ids. */
	void found(CastFile cast, CastIds ids) {
		var today = LocalDate.now(clock);
		var year = SchoolYear.around(ids.board(), today);
		office.openBoard(new Board(ids.board(), ids.boardName(cast)));
		office.openYear(year);
		cast.schools().forEach((key, school) -> openSchool(ids, key, school, year));
		cast.people().values().forEach(member -> register(cast, ids, member, today));
		cast.people().values().forEach(member -> relate(cast, ids, member, year));
		audit.record(ids.board(), null,
				Recordable.of("organisation.board.founded", "board", ids.board()).with("people", "" + cast.people().size()));
	}

	/** A board without people yet, except the one who looks after it. Call while bound to that board. */
	void found(Board board, List<School> schools, String email, String password) {
		var today = LocalDate.now(clock);
		var administrator = office.newPerson();
		office.openBoard(board);
		office.openYear(SchoolYear.around(board.id(), today));
		schools.forEach(office::openSchool);
		office.register(board.id(), administrator, FIRST, null, email);
		accounts.open(board.id(), administrator, said(FIRST), email, password);
		for (var role : List.of(Role.ADMINISTRATOR, Role.POLICY_OFFICER))
			grants.give(board.id(), administrator, new Grant(role, new Scope.Board(), today, null), null);
		audit.record(board.id(), null, Recordable.of("organisation.board.founded", "board", board.id()).with("people", "1"));
	}

	private void openSchool(CastIds ids, String key, CastFile.Place school, SchoolYear year) {
		office.openSchool(
				new School(ids.board(), ids.school(key), school.name(), ids.slug(key), school.brin(), school.location(), school.kind(),
						school.place()));
		school.groups()
				.forEach(group -> office.openGroup(new Group(ids.board(), ids.group(key, group), ids.school(key), year.year(), group)));
	}

	private void register(CastFile cast, CastIds ids, CastFile.Member member, LocalDate today) {
		var email = mayHaveAnAccount(cast, member) ? ids.email(cast, member) : null;
		var born = member.turns() == null ? null : member.turns().bornOn(today);
		office.register(ids.board(), ids.person(member.key()), member.name(), born, email);
		if (email != null)
			accounts.open(ids.board(), ids.person(member.key()), said(member.name()), email, PASSWORD);
	}

	/** A child at a primary school does not sign in. */
	static boolean mayHaveAnAccount(CastFile cast, CastFile.Member member) {
		return member.group() == null
				|| cast.schools().get(member.at()) instanceof CastFile.Place school && school.kind() != School.Kind.PO;
	}

	static String said(FullName name) {
		return String.join(" ", name.first(), name.prefix(), name.surname()).replace("  ", " ");
	}

	private void relate(CastFile cast, CastIds ids, CastFile.Member member, SchoolYear year) {
		var since = year.startsOn().minusYears(1);
		var person = ids.person(member.key());
		member.parts().forEach(part -> give(ids, person, part.role(), scope(ids, part.at(), part.group()),
				part.group() == null ? since : year.startsOn()));
		if (member.group() != null) {
			office.enrol(ids.board(), person, ids.group(member.at(), member.group()), year.startsOn());
			give(ids, person, Role.PUPIL, scope(ids, member.at(), null), since);
		}
		member.guardians().forEach(care -> entrust(cast, ids, member, care, since));
		if (member.supervisor() != null)
			office.supervise(ids.board(), ids.school(member.at()), person, ids.person(member.supervisor()), since);
		if (member.coordinator() != null)
			office.placeIntern(ids.board(), ids.school(member.at()), person, ids.person(member.coordinator()), year.startsOn(),
					year.endsOn());
		if (member.helps() != null)
			office.welcomeVolunteer(ids.board(), ids.school(member.at()), person, member.helps(), since);
	}

	private void entrust(CastFile cast, CastIds ids, CastFile.Member child, CastFile.Care care, LocalDate since) {
		var guardian = ids.person(care.guardian());
		var school = scope(ids, child.at(), null);
		office.entrust(ids.board(), ids.person(child.key()), guardian, care.kind(), care.authority(), since);
		var first = cast.people().values().stream().filter(other -> other.at().equals(child.at()))
				.filter(other -> other.guardians().stream().anyMatch(one -> one.guardian().equals(care.guardian()))).findFirst();
		if (first.filter(child::equals).isPresent())
			give(ids, guardian, Role.PARENT, school, since);
	}

	private void give(CastIds ids, UUID person, Role role, Scope scope, LocalDate since) {
		grants.give(ids.board(), person, new Grant(role, scope, since, null), null);
	}

	private static Scope scope(CastIds ids, String at, @Nullable String group) {
		if (at.equals(CastFile.WHOLE_BOARD))
			return new Scope.Board();
		return group == null ? new Scope.School(ids.school(at)) : new Scope.Group(ids.school(at), ids.group(at, group));
	}
}
