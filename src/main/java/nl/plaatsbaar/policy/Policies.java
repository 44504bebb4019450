package nl.plaatsbaar.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.rules.Layer;
import nl.plaatsbaar.rules.Platform;
import nl.plaatsbaar.rules.PolicyFile;
import nl.plaatsbaar.rules.RuleSet;

/**
 * The door to what is agreed: which policy is in force where and when, and the rules that follow from it. Where a board is asked for,
 * nothing stands for a visitor without one, who sees what comes with the product. Asking binds the board by itself.
 */
@Component
public class Policies {

	/** Enough for every policy and school of a busy day; a set is a few hundred kilobytes. */
	private static final int MOST_RULE_SETS = 200;

	private final Bundled bundled;
	private final Function<@Nullable UUID, Shelf> shelves;
	private final Function<UUID, List<PolicyVersion>> drafts;
	/** By the digests of all the texts in it, so that boards with the same text share it and a changed text is another one. */
	private final ConcurrentHashMap<List<String>, Compiled> compiled = new ConcurrentHashMap<>();
	private volatile Day lastAsked = new Day(LocalDate.MIN, List.of());

	@Autowired
	Policies(Bundled bundled, Shelves shelves, ReadableDrafts drafts) {
		this(bundled, shelves::of, drafts::of);
	}

	private Policies(Bundled bundled, Function<@Nullable UUID, Shelf> shelves, Function<UUID, List<PolicyVersion>> drafts) {
		this.bundled = bundled;
		this.shelves = shelves;
		this.drafts = drafts;
	}

	/** What comes with the product and nothing else: needs no database. */
	public static Policies ofTheProduct() {
		return new Policies(new Bundled(), _ -> Shelf.EMPTY, _ -> List.of());
	}

	/** The example policies that come with the product, the newest first. */
	public List<PolicyVersion> examples() {
		return bundled.examples();
	}

	/** The law as it counts that day. */
	public Optional<PolicyVersion> law(LocalDate on) {
		return Optional.ofNullable(bundled.law(on));
	}

	/** The policy the board has in force that day: never more than one. */
	public Optional<PolicyVersion> inForce(UUID board, LocalDate on) {
		return shelves.apply(board).inForce(on);
	}

	/** What the board is writing and can be read already: not adopted, so it has no moment of adoption. */
	public List<PolicyVersion> drafts(UUID board) {
		return drafts.apply(board);
	}

	/** The title of the version that should be in force that day but can no longer be read; until it is replaced only the law counts. */
	Optional<String> spoilt(UUID board, LocalDate on) {
		return shelves.apply(board).spoilt(on).map(Shelf.Spoilt::title);
	}

	/** Everything the board ever adopted, the earliest first. */
	public List<PolicyVersion> versions(UUID board) {
		return shelves.apply(board).versions();
	}

	/**
	 * The version of a policy on that day: the board's own if it has one, else the law or example with this id. An example that has not
	 * begun yet is no answer; one that has ended is, since an example is there to be compared with.
	 */
	public Optional<PolicyVersion> version(@Nullable UUID board, String id, LocalDate on) {
		var own = shelves.apply(board).versions().stream().filter(version -> version.policy().equals(id) && version.holds(on))
				.reduce((_, later) -> later);
		return own.or(() -> known(id).filter(version -> !on.isBefore(version.from())).max(Comparator.comparing(PolicyVersion::from)));
	}

	/** Every version of this policy the board can look at, the earliest first. */
	public List<PolicyVersion> versions(@Nullable UUID board, String id) {
		var own = shelves.apply(board).versions().stream().filter(version -> version.policy().equals(id)).toList();
		return own.isEmpty() ? known(id).sorted(Comparator.comparing(PolicyVersion::from)).toList() : own;
	}

	private Stream<PolicyVersion> known(String id) {
		return Stream.concat(bundled.laws().stream(), bundled.examples().stream()).filter(version -> version.policy().equals(id));
	}

	/** See {@link #rulebook}. */
	public RuleSet ruleSet(@Nullable UUID board, @Nullable UUID school, @Nullable String policy, LocalDate on) {
		return rulebook(board, school, policy, on).rules();
	}

	/**
	 * The rules that hold together on that day: the law, a policy, and what the school added to the policy of its board.
	 *
	 * @param policy the policy to look by; nothing for the one the board has in force. What a school added belongs to the board's policy
	 *               and is left out when another one is asked for
	 * @throws NoSuchElementException when there is no such policy, or it has not begun that day
	 */
	public Rulebook rulebook(@Nullable UUID board, @Nullable UUID school, @Nullable String policy, LocalDate on) {
		var shelf = shelves.apply(board);
		var inForce = shelf.inForce(on);
		var asked = policy == null
				? inForce
				: Optional.of(version(board, policy, on)
						.orElseThrow(() -> new NoSuchElementException("there is no policy %s on %s".formatted(policy, on))));
		var additions = school == null || !asked.equals(inForce) ? List.<SchoolAddition>of() : shelf.additions(school, on);
		return rulebook(bundled.law(on), asked.orElse(null), additions);
	}

	/** One version with the law as it counts that day, whatever the board: an old policy is judged by the law of today. */
	public Rulebook rulebook(PolicyVersion version, LocalDate on) {
		return rulebook(bundled.law(on), version, List.of());
	}

	private Rulebook rulebook(@Nullable PolicyVersion law, @Nullable PolicyVersion asked, List<SchoolAddition> additions) {
		var policy = asked != null && asked.file().layer() == Layer.LAW ? null : asked;
		var key = Stream.concat(Stream.of(digest(law), digest(policy)), additions.stream().map(SchoolAddition::digest)).toList();
		var known = compiled.get(key);
		if (known == null) {
			known = compile(law, policy, additions);
			if (compiled.size() >= MOST_RULE_SETS)
				compiled.clear();
			compiled.put(key, known);
		}
		return new Rulebook(law, policy, known.school(), known.rules());
	}

	private static String digest(@Nullable PolicyVersion version) {
		return version == null ? "" : version.digest();
	}

	private static Compiled compile(@Nullable PolicyVersion law, @Nullable PolicyVersion policy, List<SchoolAddition> additions) {
		var school = additions.isEmpty() ? null : SchoolRules.file(additions);
		var layers = Stream.of(law == null ? null : law.file(), policy == null ? null : policy.file(), school).filter(Objects::nonNull);
		return new Compiled(school, RuleSet.of(layers.toArray(PolicyFile[]::new)));
	}

	/** The platforms that exist for this board on that day, by name. */
	public List<Platform> platforms(@Nullable UUID board, LocalDate on) {
		if (!shelves.apply(board).platforms().isEmpty())
			return inUse(register(board), on);
		var day = lastAsked;
		if (!day.on().equals(on)) {
			day = new Day(on, inUse(bundled.platforms(), on));
			lastAsked = day;
		}
		return day.platforms();
	}

	private static List<Platform> inUse(List<KnownPlatform> register, LocalDate on) {
		return register.stream().filter(known -> known.isInUse(on)).map(KnownPlatform::platform).toList();
	}

	/** The whole register of this board, what has ended too, by name. A row of the board replaces a bundled one with the same id. */
	public List<KnownPlatform> register(@Nullable UUID board) {
		return shelves.apply(board).platformsWith(bundled.platforms()).stream().sorted(KnownPlatform.BY_NAME).toList();
	}

	/** The platform people mean by that id, name or nickname. One that has ended is still known: an old question may be about it. */
	public Optional<Platform> platform(@Nullable UUID board, String word) {
		return shelves.apply(board).platformsWith(bundled.platforms()).stream().filter(known -> known.isCalled(word))
				.map(KnownPlatform::platform)
				.findFirst();
	}

	/** For {@link nl.plaatsbaar.rules.Situation}: the kind of place behind a platform id. */
	public Function<String, Optional<String>> places(@Nullable UUID board) {
		return word -> platform(board, word).map(Platform::place);
	}

	/** The bundled platforms of one day: nearly everybody asks about today. */
	private record Day(LocalDate on, List<Platform> platforms) {
	}

	private record Compiled(@Nullable PolicyFile school, RuleSet rules) {
	}
}
