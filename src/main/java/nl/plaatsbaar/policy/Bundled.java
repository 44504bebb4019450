package nl.plaatsbaar.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.rules.Layer;
import nl.plaatsbaar.rules.Platform;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.UnreadablePolicy;

/**
 * What comes with the product: the law, the example policies, the platforms and the words people search with. It is read once, and a
 * mistake in it stops the start: a policy that is half there would answer half the questions wrong.
 */
@Component
final class Bundled {

	private final List<PolicyVersion> laws;
	private final List<PolicyVersion> examples;
	private final List<KnownPlatform> platforms;
	private final List<List<String>> searchWords;

	Bundled() {
		var all = policies();
		laws = all.stream().filter(version -> version.file().layer() == Layer.LAW).sorted(Comparator.comparing(PolicyVersion::from))
				.toList();
		examples = all.stream().filter(version -> version.file().layer() == Layer.POLICY)
				.sorted(Comparator.comparing(PolicyVersion::from).reversed())
				.toList();
		// In order already, since everybody asks for them by name.
		platforms = entries("policy/platforms.yaml").stream().map(Bundled::platform).sorted(KnownPlatform.BY_NAME).toList();
		searchWords = lists("policy/search-words.yaml");
	}

	/** The law of that day. Before the oldest one we know, that one counts: too strict is safe. */
	@Nullable
	PolicyVersion law(LocalDate on) {
		return laws.stream().filter(law -> law.holds(on)).reduce((_, later) -> later).orElse(laws.isEmpty() ? null : laws.getFirst());
	}

	List<PolicyVersion> laws() {
		return laws;
	}

	List<PolicyVersion> examples() {
		return examples;
	}

	List<KnownPlatform> platforms() {
		return platforms;
	}

	List<List<String>> searchWords() {
		return searchWords;
	}

	private static List<PolicyVersion> policies() {
		try {
			var versions = new ArrayList<PolicyVersion>();
			for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:policies/*.yaml"))
				versions.add(policy(resource));
			return versions;
		} catch (IOException missing) {
			throw new BrokenBundle("De meegeleverde regelingen zijn niet te lezen. Bouw het programma opnieuw.", missing);
		}
	}

	static PolicyVersion policy(Resource resource) throws IOException {
		var yaml = resource.getContentAsString(StandardCharsets.UTF_8);
		try {
			return new PolicyVersion(null, PolicyFile.read(yaml), yaml, digest(yaml), null, null, null, null, null);
		} catch (UnreadablePolicy wrong) {
			var first = wrong.problems().getFirst();
			throw new BrokenBundle("policies/%s:%d: %s".formatted(resource.getFilename(), first.line(), first.message()), wrong);
		}
	}

	static String digest(String text) {
		return digest(text.getBytes(StandardCharsets.UTF_8));
	}

	static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static KnownPlatform platform(Map<String, Object> entry) {
		var synonyms = ((List<?>) entry.getOrDefault("ook", List.of())).stream().map(String::valueOf).toList();
		var platform = new Platform(text(entry, "id"), text(entry, "naam"), text(entry, "plek"), Integer.parseInt(text(entry, "leeftijd")),
				synonyms);
		return new KnownPlatform(platform, day(entry, "van"), day(entry, "tot"), text(entry, "leeftijd-bron"), false);
	}

	private static String text(Map<String, Object> entry, String key) {
		var value = entry.get(key);
		if (value == null)
			throw new BrokenBundle("policy/platforms.yaml: `%s` ontbreekt bij %s".formatted(key, entry), null);
		return value.toString();
	}

	private static @Nullable LocalDate day(Map<String, Object> entry, String key) {
		return entry.get(key) == null ? null : LocalDate.parse(text(entry, key));
	}

	@SuppressWarnings("unchecked") // the files come with the product and are read by a test on every build
	private static List<Map<String, Object>> entries(String path) {
		return (List<Map<String, Object>>) yaml(path);
	}

	@SuppressWarnings("unchecked")
	private static List<List<String>> lists(String path) {
		return (List<List<String>>) yaml(path);
	}

	private static Object yaml(String path) {
		try {
			var text = new PathMatchingResourcePatternResolver().getResource("classpath:" + path)
					.getContentAsString(StandardCharsets.UTF_8);
			return new Load(LoadSettings.builder().setLabel(path).build()).loadFromString(text);
		} catch (IOException missing) {
			throw new BrokenBundle("%s ontbreekt. Bouw het programma opnieuw.".formatted(path), missing);
		}
	}

	/** Stops the start, naming the file and line. */
	static final class BrokenBundle extends IllegalStateException {

		BrokenBundle(String message, @Nullable Throwable cause) {
			super(message, cause);
		}
	}
}
