package nl.plaatsbaar;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The house stands as it was drawn: every module imports only what stands above it. */
class ModulesTest {

	/** From the floor up; a module may know those before it. */
	private static final List<String> ORDER = List.of("audit", "notification", "access", "web", "rules", "organisation", "policy",
			"consent", "channels",
			"media", "classroom", "publishing", "listening", "reports", "evaluation", "privacy");
	private static final List<String> FLOOR = List.of("audit", "notification", "access", "web", "rules");
	private static final List<String> NO_NAMES = List.of("util", "utils", "common", "impl", "dto", "service", "services", "helper",
			"helpers", "model",
			"entity", "repository", "controller", "manager");

	private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("nl.plaatsbaar");

	/** Rules that match nothing are kept by everybody. */
	@Test
	void thereIsAHouseToLookAt() {
		assertThat(HOUSE).hasSizeGreaterThan(60);
		for (var module : FLOOR)
			assertThat(HOUSE.stream().filter(one -> moduleOf(one).equals(module))).as("classes of " + module).hasSizeGreaterThan(3);
	}

	@Test
	void everyModuleKnowsOnlyWhatItSaysItKnows() {
		ApplicationModules.of(Plaatsbaar.class).verify();
	}

	@Test
	void everyModuleHasItsPlaceInTheOrder() {
		assertThat(HOUSE.stream().map(ModulesTest::moduleOf).filter(module -> !module.isEmpty()).distinct()).allMatch(ORDER::contains);
	}

	@TestFactory
	Stream<DynamicTest> aModuleImportsOnlyWhatStandsAboveIt() {
		return ORDER.stream().filter(module -> HOUSE.stream().anyMatch(one -> moduleOf(one).equals(module)))
				.map(module -> DynamicTest.dynamicTest(module,
						() -> noClasses().that().resideInAPackage(in(module)).should().dependOnClassesThat()
								.resideInAnyPackage(below(module)).check(HOUSE)));
	}

	@Test
	void noPackagesGoInCircles() {
		slices().matching("nl.plaatsbaar.(*)..").should().beFreeOfCycles().check(HOUSE);
	}

	@Test
	void theRulesArePureThinking() {
		noClasses().that().resideInAPackage("nl.plaatsbaar.rules..").should()
				.dependOnClassesThat(
						not(resideInAnyPackage("nl.plaatsbaar.rules..", "java..", "javax.xml..", "org.jspecify..", "org.snakeyaml.engine..")
								.or(resideInAPackage("org.springframework.modulith"))))
				.check(HOUSE);
		noClasses().that().resideInAPackage("nl.plaatsbaar.rules..").should().dependOnClassesThat()
				.resideInAnyPackage("java.sql..", "java.net..").check(HOUSE);
		noClasses().that().resideInAPackage("nl.plaatsbaar.rules..").should().callMethod(java.time.LocalDate.class, "now").orShould()
				.callMethod(java.time.Instant.class, "now").check(HOUSE);
	}

	@Test
	void noPackageIsNamedAfterAPattern() {
		assertThat(HOUSE.stream().flatMap(one -> Stream.of(one.getPackageName().split("\\."))).distinct())
				.doesNotContainAnyElementsOf(NO_NAMES);
	}

	@Test
	void theTimeIsHandedInAndNeverTakenFromTheAir() {
		noClasses().should().callMethodWhere(DescribedPredicate.describe("takes the time of the machine",
				call -> call.getTarget().getName().equals("now") && call.getTargetOwner().getPackageName().equals("java.time")
						&& call.getTarget().getRawParameterTypes().stream().noneMatch(given -> given.isEquivalentTo(Clock.class))))
				.orShould().callMethod(System.class, "currentTimeMillis").check(HOUSE);
		noClasses().that().doNotHaveSimpleName("Time").should()
				.callMethodWhere(DescribedPredicate.describe("makes a clock of its own",
						call -> call.getTargetOwner().isEquivalentTo(Clock.class) && call.getTarget().getName().startsWith("system")))
				.check(HOUSE);
	}

	private static String in(String module) {
		return "nl.plaatsbaar." + module + "..";
	}

	private static String[] below(String module) {
		return ORDER.subList(ORDER.indexOf(module) + 1, ORDER.size()).stream().map(ModulesTest::in).toArray(String[]::new);
	}

	/** The first part of the package after the base; nothing for the root itself. */
	private static String moduleOf(JavaClass one) {
		var rest = one.getPackageName().substring("nl.plaatsbaar".length());
		return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
	}
}
