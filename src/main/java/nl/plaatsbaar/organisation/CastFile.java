package nl.plaatsbaar.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import nl.plaatsbaar.access.Role;

/** The people of the demo and of the tests, as written in {@code demo/cast.yaml}. A mistake in the file stops the start, in words. */
record CastFile(String board, String mail, Map<String, Place> schools, Map<String, Member> people) {

	/** {@code at} and {@code group} are keys of this file; the place {@code board} means the whole board. */
	record Place(String name, School.Kind kind, String brin, String location, String place, List<String> groups) {
	}

	record Part(Role role, String at, @Nullable String group) {
	}

	record Care(String guardian, Guardianship.Kind kind, boolean authority) {
	}

	record Birthday(int age, int inDays) {

		LocalDate bornOn(LocalDate today) {
			return today.plusDays(inDays).minusYears(age);
		}
	}

	record Member(String key, FullName name, String at, List<Part> parts, @Nullable String group, @Nullable Birthday turns,
			List<Care> guardians,
			@Nullable String supervisor, @Nullable String coordinator, @Nullable String helps) {
	}

	static final String WHOLE_BOARD = "board";

	static CastFile read() {
		try (var file = Objects.requireNonNull(CastFile.class.getResourceAsStream("/demo/cast.yaml"), "demo/cast.yaml")) {
			var root = map(new Load(LoadSettings.builder().setLabel("demo/cast.yaml").build()).loadFromInputStream(file));
			var board = map(root.get("board"));
			var schools = new LinkedHashMap<String, Place>();
			map(root.get("schools")).forEach((key, school) -> schools.put(key, place(map(school))));
			var people = new LinkedHashMap<String, Member>();
			map(root.get("people")).forEach((key, person) -> people.put(key, member(key, map(person))));
			return new CastFile(text(board, "name"), text(board, "mail"), schools, people);
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static Place place(Map<String, @Nullable Object> school) {
		return new Place(text(school, "name"), School.Kind.valueOf(text(school, "kind")), text(school, "brin"), text(school, "location"),
				text(school, "place"), texts(school, "groups"));
	}

	private static Member member(String key, Map<String, @Nullable Object> person) {
		var at = text(person, "at");
		return new Member(key, name(texts(person, "name")), at, texts(person, "roles").stream().map(part -> part(part, at)).toList(),
				optional(person, "group"), birthday(optional(person, "turns")),
				texts(person, "guardians").stream().map(CastFile::care).toList(),
				optional(person, "supervisor"), optional(person, "coordinator"), optional(person, "helps"));
	}

	private static FullName name(List<String> parts) {
		return new FullName(parts.getFirst(), parts.size() == 3 ? parts.get(1) : "", parts.getLast());
	}

	/** {@code ROLE}, {@code ROLE GROUP} or {@code ROLE @other-school}. */
	private static Part part(String written, String at) {
		var words = written.split(" ");
		var where = words.length == 1 ? "" : words[1];
		return where.startsWith("@")
				? new Part(Role.valueOf(words[0]), where.substring(1), null)
				: new Part(Role.valueOf(words[0]), at, where.isEmpty() ? null : where);
	}

	private static final Pattern TURNS = Pattern.compile("(\\d+) in (\\d+) days");

	private static @Nullable Birthday birthday(@Nullable String written) {
		if (written == null)
			return null;
		var match = TURNS.matcher(written);
		if (!match.matches())
			throw new IllegalArgumentException("demo/cast.yaml: '%s' is not a birthday, write '16 in 12 days'".formatted(written));
		return new Birthday(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
	}

	private static Care care(String written) {
		var words = Stream.of(written.split(" ")).toList();
		return new Care(words.getFirst(), Guardianship.Kind.valueOf(words.get(1)), !words.contains("no-authority"));
	}

	private static String text(Map<String, @Nullable Object> entry, String key) {
		return Objects.requireNonNull(optional(entry, key), () -> "demo/cast.yaml: an entry without '%s': %s".formatted(key, entry));
	}

	private static @Nullable String optional(Map<String, @Nullable Object> entry, String key) {
		return entry.get(key) instanceof Object value ? value.toString() : null;
	}

	private static List<String> texts(Map<String, @Nullable Object> entry, String key) {
		return entry.get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, @Nullable Object> map(@Nullable Object value) {
		if (value instanceof Map<?, ?> map)
			return (Map<String, @Nullable Object>) map;
		throw new IllegalArgumentException("demo/cast.yaml: keys and values expected, found " + value);
	}
}
