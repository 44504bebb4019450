package nl.plaatsbaar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of all modules, in both languages. */
class WordsTest {

	private static final Pattern ASKED = Pattern.compile("#\\{\\s*(\\|[^|]+\\||[\\w.-]+)");

	private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

	@Test
	void everyWordExistsInDutchAndInEnglish() {
		bundles().forEach((name, words) -> {
			if (!name.endsWith("_nl"))
				assertThat(bundles().getOrDefault(name + "_nl", new Properties()).stringPropertyNames()).as("Dutch words of " + name)
						.containsExactlyInAnyOrderElementsOf(words.stringPropertyNames());
		});
		assertThat(bundles()).containsKeys("web", "web_nl");
	}

	@Test
	void noPageAsksForAWordThatIsNotThere() {
		var known = new TreeSet<String>();
		bundles().values().forEach(words -> known.addAll(words.stringPropertyNames()));
		assertThat(asked()).hasSizeGreaterThan(20).allSatisfy(key -> assertThat(known).as(key).anyMatch(word -> word.matches(key)));
	}

	// Words with an argument are read as a pattern in which one apostrophe hides what follows; words without are read as they are.
	@Test
	void anApostropheNeverSwallowsHalfASentence() {
		bundles().forEach((name, words) -> words.forEach((key, text) -> {
			if (ARGUMENT.matcher(text.toString()).find())
				assertThat(text.toString().replace("''", "")).as(name + " " + key).doesNotContain("'");
			else
				assertThat(text.toString()).as(name + " " + key).doesNotContain("''");
		}));
	}

	/** Every key the templates ask for, as a pattern: what is filled in while reading may be any word. */
	private static Set<String> asked() {
		var keys = new TreeSet<String>();
		files("templates/**/*.html").forEach(file -> ASKED.matcher(read(file)).results()
				.forEach(found -> keys.add(found.group(1).replace("|", "").replace(".", "\\.").replaceAll("\\$\\{[^}]*}", "[\\\\w.-]+"))));
		return keys;
	}

	private static Map<String, Properties> bundles() {
		var bundles = new TreeMap<String, Properties>();
		files("messages/*.properties").forEach(file -> {
			var words = new Properties();
			try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
				words.load(in);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
			bundles.put(Objects.requireNonNull(file.getFilename()).replace(".properties", ""), words);
		});
		return bundles;
	}

	private static Stream<Resource> files(String pattern) {
		try {
			return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String read(Resource file) {
		try {
			return file.getContentAsString(StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
