package nl.plaatsbaar.policy.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import nl.plaatsbaar.Command;
import nl.plaatsbaar.Time;
import nl.plaatsbaar.policy.Policies;
import nl.plaatsbaar.policy.PolicyVersion;
import nl.plaatsbaar.rules.PlainDutch;
import nl.plaatsbaar.rules.Reason;
import nl.plaatsbaar.rules.Situation;
import nl.plaatsbaar.rules.UnreadableSituation;
import nl.plaatsbaar.rules.Value;

import org.jspecify.annotations.Nullable;

/**
 * "Mag dit?" in a terminal, about the law and the example policies: {@code advise --policy osvs-2025 actor=employee act=connect counterpart=pupil}. Exit code 0 when there is
 * an answer, 2 when the question could not be read.
 */
public final class AdviceCommand implements Command {

	private final Clock clock;

	/** As the command line makes it: on Dutch time. */
	public AdviceCommand() {
		this(Time.dutch());
	}

	AdviceCommand(Clock clock) {
		this.clock = clock;
	}

	@Override
	public String name() {
		return "advise";
	}

	@Override
	public int run(List<String> arguments) {
		var policy = option(arguments, "--policy");
		var policies = Policies.ofTheProduct();
		var today = LocalDate.now(clock);
		var version = policy == null ? Optional.<PolicyVersion>empty() : policies.version(null, policy, today);
		if (version.isEmpty())
			return mistake("Name a policy: --policy with one of %s."
					.formatted(policies.examples().stream().map(PolicyVersion::policy).collect(Collectors.joining(", "))));
		var rulebook = policies.rulebook(version.get(), today);
		var desk = new Desk(null, rulebook.files(), rulebook.rules(), policies.platforms(null, today));
		try {
			var situation = new LinkedHashMap<String, Object>();
			for (var told : told(arguments))
				situation.put(told.substring(0, told.indexOf('=')), told.substring(told.indexOf('=') + 1));
			say(desk, situation);
			return 0;
		} catch (UnreadableSituation unknown) {
			return mistake(String.valueOf(unknown.getMessage()));
		}
	}

	private static void say(Desk desk, LinkedHashMap<String, Object> situation) throws UnreadableSituation {
		var facts = Situation.read(situation, name -> desk.place(name).map(Value::code));
		var verdict = desk.rules().judge(facts);
		System.out.println(PlainDutch.describe(facts));
		System.out.println(verdict.outcome());
		verdict.cited().forEach(reason -> System.out.println("  " + line(reason)));
		desk.rules().questions(facts).facts().stream().map(fact -> fact.isTrait() ? "content" : fact.code()).distinct()
				.forEach(fact -> System.out.println("  ? " + fact));
	}

	private static String line(Reason reason) {
		return "%s %s %s: %s".formatted(reason.effect(), reason.policy(), reason.article(), reason.sentence());
	}

	private static List<String> told(List<String> arguments) {
		return arguments.stream().filter(argument -> !argument.startsWith("--") && argument.contains("=")).toList();
	}

	private static @Nullable String option(List<String> arguments, String name) {
		var options = new ArrayList<>(arguments);
		int at = options.indexOf(name);
		return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : null;
	}

	private static int mistake(String sentence) {
		System.err.println(sentence);
		return 2;
	}
}
