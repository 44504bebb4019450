package nl.plaatsbaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Every clause of the five policies is shown by a test that names it, or says on paper what still has to be built for it. */
class ClausesTest {

	private static final Path CLAUSES = Path.of("docs", "clauses.csv");
	private static final Path LATER = Path.of("docs", "clauses-later.csv");

	@Test
	void everyClauseIsShownByATestOrWaitsForAReason() throws IOException {
		var waiting = ids(LATER);
		var unspokenFor = ids(CLAUSES);
		unspokenFor.removeAll(shown());
		unspokenFor.removeAll(waiting);
		assertThat(unspokenFor).as("clauses that no test names (@Clause) and that do not wait in %s", LATER).isEmpty();
	}

	@Test
	void whatIsShownDoesNotWait() throws IOException {
		var waiting = ids(LATER);
		waiting.retainAll(shown());
		assertThat(waiting).as("shown by a test: take them out of %s", LATER).isEmpty();
	}

	@Test
	void noTestNamesAClauseThatDoesNotExist() throws IOException {
		var shown = shown();
		shown.removeAll(ids(CLAUSES));
		assertThat(shown).isEmpty();
	}

	private static Set<String> ids(Path file) throws IOException {
		return Files.readAllLines(file).stream().skip(1).map(line -> line.substring(0, line.indexOf(';')))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> shown() {
		JavaClasses tests = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("nl.plaatsbaar");
		return tests.stream().flatMap(each -> Stream.<HasAnnotations<?>>concat(Stream.of(each), each.getMethods().stream()))
				.flatMap(ClausesTest::clauses)
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> clauses(HasAnnotations<?> test) {
		var one = test.tryGetAnnotationOfType(Clause.class).stream();
		var more = test.tryGetAnnotationOfType(Clause.Clauses.class).stream().flatMap(clauses -> Stream.of(clauses.value()));
		return Stream.concat(one, more).map(Clause::value);
	}
}
