package nl.plaatsbaar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import nl.plaatsbaar.Cast;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;
import nl.plaatsbaar.Site.Answer;
import nl.plaatsbaar.Site.Visitor;
import nl.plaatsbaar.TestDatabase;
import nl.plaatsbaar.TwinBoard;

/** Every route there is, for everybody there is: who is let in is what {@code @Admits} says, and ids of another board open nothing. */
@PlaatsbaarTest
class RoutesTest {

	private static final Path PAGE = Path.of("docs", "routes.md");
	private static final String MARK = "kanarie";
	private static final String SOMETHING = "01890000-0000-7000-8000-000000000000";

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mapping;

	@Autowired
	Site site;

	@Autowired
	TestDatabase database;

	record Route(String method, String path, HandlerMethod handler, Collection<String> takes) implements Comparable<Route> {

		boolean isForPrograms() {
			return path.startsWith("/api/");
		}

		Optional<Admits> admits() {
			return Door.admits(handler);
		}

		@Override
		public int compareTo(Route other) {
			return Comparator.comparing(Route::path).thenComparing(Route::method).compare(this, other);
		}

		@Override
		public String toString() {
			return method + " " + path;
		}
	}

	@BeforeAll
	static void everyRoleHasSomebody(@Autowired Tenancy tenancy, @Autowired TransactionTemplate transaction, @Autowired Accounts accounts,
			@Autowired Grants grants) {
		tenancy.as(Cast.board(), () -> transaction.executeWithoutResult(_ -> {
			for (var role : Role.values()) {
				accounts.open(Cast.board(), person(role.name()), "Somebody", email(role.name()), "geheim");
				grants.give(Cast.board(), person(role.name()), new Grant(role, new Scope.Board(), LocalDate.of(2020, 1, 1), null), null);
				grants.give(Cast.board(), person("everything"), new Grant(role, new Scope.Board(), LocalDate.of(2020, 1, 1), null), null);
			}
			accounts.open(Cast.board(), person("nothing"), "Somebody", email("nothing"), "geheim");
			accounts.open(Cast.board(), person("everything"), "Somebody", email("everything"), "geheim");
		}));
	}

	@Test
	void everyRouteSaysWhomItAdmits() {
		assertThat(routes()).hasSizeGreaterThan(10);
		assertThat(routes().stream().filter(route -> route.admits().isEmpty())).as("routes without @Admits, closed to everybody").isEmpty();
	}

	@Test
	void thePageAboutTheRoutesIsTrue() throws IOException {
		var table = table();
		Files.createDirectories(Path.of("target"));
		Files.writeString(Path.of("target", "routes.txt"), table);

		var written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
		if (!written.equals(table))
			Files.writeString(PAGE, table);
		assertThat(written.equals(table)).as("docs/routes.md was out of date and is written anew: look at what changed and keep it")
				.isTrue();
	}

	@Test
	void everyRouteLetsInExactlyWhomItAdmits() {
		var wrong = new ConcurrentSkipListSet<String>();
		var everybody = Stream.concat(Stream.of("anonymous", "nothing"), Arrays.stream(Role.values()).map(Role::name)).toList();
		everybody.parallelStream().forEach(who -> {
			var visitor = visitor(who);
			for (var route : routes()) {
				if (route.isForPrograms() && !who.equals("anonymous"))
					continue; // the API knows no sessions
				var answer = ask(visitor, route, SOMETHING);
				if (isLetIn(answer) != mayCome(route, who))
					wrong.add("%s for %s: %d".formatted(route, who, answer.status()));
				if (answer.status() >= 500)
					wrong.add("%s breaks (%d) on an empty question".formatted(route, answer.status()));
				if (route.path().equals("/uitloggen"))
					visitor = visitor(who);
			}
		});
		assertThat(wrong).isEmpty();
	}

	@Test
	void idsOfAnotherBoardOpenNothing() {
		var twin = TwinBoard.of(database.superuser(), Cast.board(), 1);
		TwinBoard.mark(database.superuser(), twin, MARK, BoundaryTest.READ_BY_EVERYBODY);
		var curious = visitor("everything");
		var leaks = new TreeSet<String>();
		var asked = 0;
		for (var route : routes()) {
			if (!route.method().equals("GET"))
				continue;
			for (var id : route.path().contains("{") ? idsOf(twin) : List.of(twin.toString())) {
				asked++;
				if (ask(curious, route, id).body().contains(MARK))
					leaks.add("%s with %s".formatted(route, id));
			}
		}
		assertThat(asked).isGreaterThanOrEqualTo(routes().stream().filter(route -> route.method().equals("GET")).toList().size());
		assertThat(leaks).isEmpty();
	}

	private TreeSet<Route> routes() {
		return mapping.getHandlerMethods().entrySet().stream().flatMap(entry -> routes(entry.getKey(), entry.getValue()))
				.filter(route -> !route.path().equals("/error")) // a forward of the server, for whatever went wrong
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
		var methods = info.getMethodsCondition().getMethods();
		var takes = info.getConsumesCondition().getConsumableMediaTypes().stream().map(Object::toString).toList();
		return info.getPatternValues().stream()
				.flatMap(path -> (methods.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : methods).stream()
						.map(method -> new Route(method.name(), path, handler, takes)));
	}

	private String table() {
		var lines = new ArrayList<>(List.of("# Routes", "",
				"Which page or call admits whom. Written by `RoutesTest`, which also tries each of them as everybody.", "",
				"| route | admits |", "|---|---|"));
		for (var route : routes())
			lines.add("| `%s` | %s |".formatted(route, inWords(route)));
		return String.join("\n", lines) + "\n";
	}

	private static String inWords(Route route) {
		var admits = route.admits().orElse(null);
		if (admits == null)
			return "nobody";
		if (admits.everyone())
			return "everybody";
		return admits.signedIn()
				? "who is signed in"
				: Arrays.stream(admits.value()).map(role -> role.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
						.collect(Collectors.joining(", "));
	}

	private static boolean mayCome(Route route, String who) {
		return route.admits().map(admits -> admits.everyone() || !who.equals("anonymous")
				&& (admits.signedIn() || Arrays.stream(admits.value()).anyMatch(role -> role.name().equals(who)))).orElse(false);
	}

	/** What happens after the door, also a "no" of the page itself, is another matter. */
	private static boolean isLetIn(Answer answer) {
		if (answer.status() == 401 || answer.status() == 302 && answer.leadsTo().startsWith("/inloggen?terug="))
			return false;
		if (answer.status() == 302 && answer.leadsTo().equals("/inloggen"))
			return false;
		return answer.status() != 403 || !answer.body().contains("Die rol heb je nu niet");
	}

	private static Answer ask(Visitor visitor, Route route, String id) {
		var path = route.path().replaceAll("\\{[^}]+}", id);
		if (route.method().equals("GET"))
			return visitor.get(path);
		if (route.takes().stream().anyMatch(type -> type.contains("json")))
			return visitor.send(route.method(), path, "{}", Map.of("Content-Type", "application/json", "Accept", "application/json"));
		return visitor.form(route.method(), path, Map.of());
	}

	private Visitor visitor(String who) {
		return who.equals("anonymous") ? site.visitor() : site.visitor().signIn(email(who), "geheim");
	}

	private List<String> idsOf(UUID board) {
		var superuser = database.superuser();
		return superuser.sql("""
				select format('select %I::text from %I where board_id = ''%s'' limit 2', column_name, table_name, :board::text)
				from information_schema.columns c where table_schema = 'public' and column_name <> 'board_id'
				and (data_type = 'uuid' or column_name in ('slug', 'policy'))
				and exists (select 1 from information_schema.columns b where b.table_name = c.table_name and b.column_name = 'board_id')
				""").param("board", board.toString()).query((row, _) -> row.getString(1)).stream()
				.flatMap(query -> superuser.sql(query).query((row, _) -> row.getString(1)).stream())
				.filter(id -> id != null && !id.contains(" "))
				.distinct().toList();
	}

	private static UUID person(String role) {
		return UUID.nameUUIDFromBytes(role.getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	private static String email(String role) {
		return role.toLowerCase(java.util.Locale.ROOT) + "@routes.example";
	}
}
