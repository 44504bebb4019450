package nl.plaatsbaar.organisation;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.Command;
import nl.plaatsbaar.access.Tenancy;

/**
 * {@code found-board "Stichting X" beheer@x.nl --school "De Zwaan;12AB;00;PO;de-zwaan;Utrecht" …}: a board, its schools, and the
 * first account, whose password is printed once.
 */
@Component
class FoundBoard implements Command {

	private static final String USAGE = """
			Give the name of the board, the mail address of its administrator and one or more schools, for instance
			  found-board "Stichting X" beheer@x.nl --school "De Zwaan;12AB;00;PO;de-zwaan;Utrecht"
			A school is: name;BRIN;location;PO, VO or PRO;address on this site;place.""";

	private final JdbcClient database;
	private final Tenancy tenancy;
	private final TransactionTemplate transaction;
	private final Organisation organisation;
	private final Founding founding;

	FoundBoard(JdbcClient database, Tenancy tenancy, TransactionTemplate transaction, Organisation organisation, Founding founding) {
		this.database = database;
		this.tenancy = tenancy;
		this.transaction = transaction;
		this.organisation = organisation;
		this.founding = founding;
	}

	@Override
	public String name() {
		return "found-board";
	}

	@Override
	public int run(List<String> arguments) {
		try {
			return found(asked(arguments, () -> database.sql("select uuidv7()").query(UUID.class).single()));
		} catch (IllegalArgumentException mistake) {
			return mistake(String.valueOf(mistake.getMessage()));
		} catch (DataIntegrityViolationException mistake) {
			return mistake("Two of these schools share an address or a number; every school has its own.");
		}
	}

	private record Asked(Board board, String email, List<School> schools) {
	}

	private static Asked asked(List<String> arguments, Supplier<UUID> newId) {
		if (arguments.size() < 4 || arguments.size() % 2 == 1 || arguments.getFirst().isBlank()
				|| !arguments.get(1).strip().matches("[^@\\s]+@[^@\\s]+"))
			throw new IllegalArgumentException(USAGE);
		var board = newId.get();
		var schools = new ArrayList<School>();
		for (var at = 2; at < arguments.size(); at += 2) {
			if (!arguments.get(at).equals("--school"))
				throw new IllegalArgumentException(USAGE);
			schools.add(school(board, arguments.get(at + 1), newId));
		}
		return new Asked(new Board(board, arguments.getFirst().strip()), arguments.get(1).strip(), schools);
	}

	private static School school(UUID board, String written, Supplier<UUID> newId) {
		var facts = Stream.of(written.split(";", -1)).map(String::strip).toList();
		if (facts.size() != 6 || facts.contains("") || !facts.get(1).matches("[0-9]{2}[A-Z]{2}") || !facts.get(2).matches("[0-9]{2}")
				|| !Set.of("PO", "VO", "PRO").contains(facts.get(3)) || !facts.get(4).matches("[a-z0-9]+(-[a-z0-9]+)*"))
			throw new IllegalArgumentException("'%s' is no school.%n%s".formatted(written, USAGE));
		return new School(board, newId.get(), facts.get(0), facts.get(4), facts.get(1), facts.get(2),
				School.Kind.valueOf(facts.get(3)), facts.get(5));
	}

	private int found(Asked asked) {
		if (organisation.boardNames().stream().anyMatch(name -> plain(name).equals(plain(asked.board().name()))))
			return mistake("There is a board '%s' already; choose another name.".formatted(asked.board().name()));
		var password = password();
		tenancy.as(asked.board().id(), () -> transaction
				.executeWithoutResult(_ -> founding.found(asked.board(), asked.schools(), asked.email(), password)));
		System.out.printf("%s is there, with %d school(s). Sign in as %s with the password %s (it is not shown again).%n",
				asked.board().name(), asked.schools().size(), asked.email(), password);
		return 0;
	}

	private static String plain(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
	}

	private static String password() {
		var chance = new byte[15];
		new SecureRandom().nextBytes(chance);
		return Base64.getUrlEncoder().encodeToString(chance);
	}

	private static int mistake(String sentence) {
		System.err.println(sentence);
		return 2;
	}
}
