package nl.plaatsbaar.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Tenancy;

@PlaatsbaarTest
class OrganisationTest {

	@Autowired
	Organisation organisation;

	@Autowired
	SchoolOffice office;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Clock clock;

	@Autowired
	ApplicationContext program;

	@Test
	void aVisitorFindsASchoolByItsAddressBeforeAnybodySignedIn() {
		assertThat(organisation.schoolBySlug("de-vlieger")).hasValueSatisfying(school -> {
			assertThat(school.name()).isEqualTo("OBS De Vlieger");
			assertThat(school.id()).isEqualTo(Cast.deVlieger());
			assertThat(school.board()).isEqualTo(Cast.board());
		});
		assertThat(organisation.schoolBySlug("bestaat-niet")).isEmpty();
		assertThat(organisation.publicSchools()).extracting(School::name).contains("Het Baken College", "OBS De Vlieger",
				"Praktijkschool De Werf");
	}

	@Test
	void withoutABoardThereAreNoPeopleAndNoSchools() {
		assertThat(organisation.schools(Cast.board())).isEmpty();
		assertThatThrownBy(() -> organisation.person(Cast.board(), Cast.samira().id())).hasMessageContaining("knows no person");
	}

	@Test
	void everyoneOnWhomAPolicyCallsIsFound() {
		here(() -> {
			assertThat(organisation.supervisorOf(Cast.board(), Cast.samira().id(), Cast.deVlieger())).map(Person::name)
					.contains("Joris van Dam");
			assertThat(organisation.supervisorOf(Cast.board(), Cast.samira().id(), Cast.hetBaken())).isEmpty();
			assertThat(organisation.coachOf(Cast.board(), Cast.hetBaken())).map(Person::name).contains("Fatima Yılmaz");
			assertThat(organisation.coachOf(Cast.board(), Cast.deVlieger())).isEmpty();
			assertThat(organisation.principalOf(Cast.board(), Cast.deVlieger())).map(Person::name).contains("Hanneke de Boer");
			assertThat(organisation.executiveDirectorOf(Cast.board())).map(Person::name).contains("Marijke Vos");
			assertThat(organisation.coordinatorOf(Cast.board(), Cast.bram().id(), Cast.deVlieger())).map(Person::name)
					.contains("Esther Blom");
		});
	}

	@Test
	void aTeacherHasHerOwnGroupWithItsPupilsInTheOrderOfAClassList() {
		here(() -> {
			assertThat(organisation.groupsOfTeacher(Cast.board(), Cast.samira().id())).extracting(Group::name).containsExactly("6A");
			assertThat(organisation.pupils(Cast.board(), Cast.groep6A(), today())).extracting(Person::name).containsExactly("Yusuf Demir",
					"Noor Haddad", "Finn Kramer", "Sam Peters", "Lieke Vermeer");
		});
	}

	@Test
	void aParentWithoutAuthorityIsKnownAsSuchAndDivorceTakesNobodysAuthorityAway() {
		here(() -> {
			assertThat(organisation.guardiansOf(Cast.board(), Cast.sam().id(), today()))
					.extracting(care -> care.guardian().firstName(), Guardianship::authority)
					.containsExactly(tuple("Dennis", false), tuple("Linda", true));
			assertThat(organisation.guardiansOf(Cast.board(), Cast.noor().id(), today())).hasSize(2).allMatch(Guardianship::authority);
		});
	}

	@Test
	void aVoogdCaresForChildrenOfTwoSchools() {
		here(() -> assertThat(organisation.childrenOf(Cast.board(), Cast.member("margriet").id(), today()))
				.extracting(care -> care.child().firstName(), Guardianship::kind).containsExactly(
						tuple("Jesse", Guardianship.Kind.GUARDIAN),
						tuple("Lieke", Guardianship.Kind.GUARDIAN)));
	}

	@Test
	void milanTurnsSixteenInTwelveDays() {
		here(() -> {
			var milan = organisation.person(Cast.board(), Cast.milan().id());
			assertThat(milan.ageOn(today().plusDays(11))).hasValue(15);
			assertThat(milan.ageOn(today().plusDays(12))).hasValue(16);
		});
	}

	@Test
	void theCouncilOfASchoolIsNotTheCouncilOfAllSchools() {
		here(() -> {
			assertThat(organisation.people(Cast.board(), Role.COUNCIL, Cast.deVlieger(), today())).extracting(Person::name)
					.containsExactly("Esther Blom", "Wouter Hoekstra");
			assertThat(organisation.people(Cast.board(), Role.JOINT_COUNCIL, null, today())).extracting(Person::name)
					.containsExactly("Esther Blom", "Shirley Martina", "Lotte Verhoeven");
		});
	}

	@Test
	void inSummerTheOldGroupsStayUntilThereAreNewOnes() {
		here(() -> {
			var year = organisation.schoolYear(Cast.board(), today()).orElseThrow();
			assertThat(organisation.groups(Cast.board(), Cast.deVlieger(), year.endsOn().plusMonths(1))).extracting(Group::name)
					.containsExactly("3B", "6A", "8A");
			assertThat(organisation.groups(Cast.board(), Cast.deVlieger(), year.startsOn().minusDays(1))).isEmpty();
		});
	}

	@Test
	void twoSchoolsNeverShareAnAddressNotEvenOfDifferentBoards() {
		var other = UUID.randomUUID();
		assertThatThrownBy(() -> inTransactionOf(other, () -> {
			office.openBoard(new Board(other, "Stichting Elders"));
			office.openSchool(new School(other, UUID.randomUUID(), "OBS De Vlieger", "de-vlieger", "98ZA", "00", School.Kind.PO, "Elders"));
		})).hasMessageContaining("The address 'de-vlieger' belongs to another school");
	}

	@Test
	void nobodyHasTwoLeidinggevendenAtOneSchoolOnOneDay() {
		assertThatThrownBy(() -> inTransactionOf(Cast.board(),
				() -> office.supervise(Cast.board(), Cast.deVlieger(), Cast.samira().id(), Cast.hanneke().id(), today())))
				.isInstanceOf(DataIntegrityViolationException.class);
	}

	@Test
	void aBoardCannotWriteInTheNameOfAnother() {
		assertThatThrownBy(() -> inTransactionOf(UUID.randomUUID(), () -> office.openBoard(new Board(Cast.board(), "Overgenomen"))))
				.rootCause().hasMessageContaining("row-level security");
	}

	@Test
	void tenBoardsWithTheSamePeopleNeverSeeEachOther() {
		var boards = Cast.boards(program, 10);
		for (var board : boards) {
			List<Person> parents = tenancy.as(board.id(), () -> organisation.people(board.id(), Role.PARENT, null, today()));
			assertThat(parents).hasSize(19).allMatch(parent -> parent.board().equals(board.id()));
			for (var other : boards)
				if (!other.equals(board))
					assertThat(tenancy.<List<School>>as(board.id(), () -> organisation.schools(other.id()))).isEmpty();
		}
	}

	private void here(Runnable seen) {
		tenancy.as(Cast.board(), seen);
	}

	private void inTransactionOf(UUID board, Runnable work) {
		tenancy.as(board, () -> transaction.executeWithoutResult(_ -> work.run()));
	}

	private LocalDate today() {
		return LocalDate.now(clock);
	}
}
