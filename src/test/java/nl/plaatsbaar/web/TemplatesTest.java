package nl.plaatsbaar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What is easily written wrong in a page, of whatever module. */
class TemplatesTest {

	private static final Pattern TAG = Pattern.compile("<[\\w:]+(?:\\s+[\\w:-]+(?:=\"[^\"]*\"|='[^']*')?)*\\s*>");

	// A fragment takes the place of its tag before the condition on that same tag is read, so it would always be shown.
	// Put the condition on a <th:block> around it.
	@Test
	void aConditionStandsAroundAFragmentAndNotOnIt() throws IOException {
		assertThat(tags()).hasSizeGreaterThan(100)
				.noneMatch(tag -> tag.matches("(?s).*\\sth:(replace|insert)=.*") && tag.matches("(?s).*\\sth:(if|unless|each)=.*"));
	}

	// The browser refuses them: no page may run or look like anything that does not come from our own files.
	@Test
	void noPageBringsItsOwnStyleOrScript() throws IOException {
		assertThat(tags()).noneMatch(tag -> tag.matches("(?s).*\\s(th:)?(style|on[a-z]+|hx-on[\\w:-]*)=.*") || tag.contains(" <style"));
		assertThat(tags()).filteredOn(tag -> tag.contains(" <script")).allMatch(tag -> tag.contains("src="));
	}

	private static Stream<String> tagsOf(Resource page) {
		try {
			return TAG.matcher(page.getContentAsString(StandardCharsets.UTF_8)).results().map(MatchResult::group)
					.map(tag -> page.getFilename() + " " + tag);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static List<String> tags() throws IOException {
		return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html"))
				.flatMap(TemplatesTest::tagsOf).toList();
	}
}
