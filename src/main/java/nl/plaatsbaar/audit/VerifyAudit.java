package nl.plaatsbaar.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.Command;
import nl.plaatsbaar.audit.AuditLog.Finding;

/**
 * {@code verify-audit [earlier]}: reads every chain again and prints one line per board: its id, the number of the last entry
 * and its seal. Given the lines of an earlier run in a file, it also proves that nothing was cut off since.
 */
@Component
class VerifyAudit implements Command {

	private final AuditLog log;
	private final JdbcClient database;
	private final TransactionTemplate transactions;

	VerifyAudit(AuditLog log, JdbcClient database, PlatformTransactionManager transactions) {
		this.log = log;
		this.database = database;
		this.transactions = new TransactionTemplate(transactions);
	}

	@Override
	public String name() {
		return "verify-audit";
	}

	@Override
	public int run(List<String> arguments) {
		return switch (arguments.size()) {
			case 0 -> verify(List.of());
			case 1 -> verifySince(Path.of(arguments.getFirst()));
			default -> mistake("Give at most one file: the lines an earlier verify-audit printed.");
		};
	}

	private int verifySince(Path earlier) {
		try {
			var lines = Files.readAllLines(earlier).stream().filter(line -> !line.isBlank()).toList();
			var strange = lines.stream().filter(line -> !line.matches("[0-9a-f-]{36} \\d+ [0-9a-f]{64}")).findFirst();
			return strange.map(
					line -> mistake("'%s' in %s is no line of verify-audit; give the file as it was printed.".formatted(line, earlier)))
					.orElseGet(() -> verify(lines));
		} catch (IOException e) {
			return mistake("The file %s cannot be read; give the lines an earlier verify-audit printed.".formatted(earlier));
		}
	}

	private int verify(List<String> earlier) {
		var well = true;
		for (var board : database.sql("select * from boards_in_audit()").query((row, _) -> row.getObject(1, UUID.class)).list())
			well &= verify(board);
		for (var line : earlier)
			well &= stillThere(line.split(" "));
		return well ? 0 : 1;
	}

	private boolean verify(UUID board) {
		return switch (asBoard(board, () -> log.verify(board))) {
			case Finding.Whole(var entries, var seal) -> {
				System.out.printf("%s %d %s%n", board, entries, seal);
				yield true;
			}
			case Finding.Broken(var seq, var flaw) -> {
				System.err.printf("%s is broken at entry %d: %s. Compare with a backup from before, and find out who could write there.%n",
						board, seq,
						switch (flaw) {
							case MISSING -> "it is gone";
							case CHANGED -> "it does not say what was sealed";
							case UNLINKED -> "it does not follow the entry before it";
						});
				yield false;
			}
		};
	}

	private boolean stillThere(String[] line) {
		var board = UUID.fromString(line[0]);
		var seq = Long.parseLong(line[1]);
		if (seq == 0 || asBoard(board, () -> log.carries(board, seq, line[2])))
			return true;
		System.err.printf("%s no longer has entry %d as it was: the end of the chain was cut off or written anew.%n", board, seq);
		return false;
	}

	/** The command line knows no actor; it takes the boards one by one. */
	private <T> T asBoard(UUID board, java.util.function.Supplier<T> work) {
		return java.util.Objects.requireNonNull(transactions.execute(_ -> {
			database.sql("select set_config('app.board', :board, true)").param("board", board.toString()).query().listOfRows();
			return work.get();
		}));
	}

	private static int mistake(String sentence) {
		System.err.println(sentence);
		return 2;
	}
}
