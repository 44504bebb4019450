package nl.plaatsbaar.policy.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;
import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Layer;
import nl.plaatsbaar.rules.Outcome;
import nl.plaatsbaar.rules.PolicyFile;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One situation, what each policy says of it, with the articles. The law counts everywhere. */
@Controller
@Admits(everyone = true)
class ComparePages {

	/**
	 * @param word what the policy itself says, apart from the law
	 * @param together what the policy and the law say together
	 */
	record Row(PolicyFile policy, Outcome word, String together, List<AnswerPages.Cite> cites, List<AnswerPages.Cite> law, String link) {}

	private final Desks desks;
	private final Situations situations = new Situations();
	private final Clock clock;

	ComparePages(Desks desks, Clock clock) {
		this.desks = desks;
		this.clock = clock;
	}

	@GetMapping("/vergelijk")
	String compare(@RequestParam MultiValueMap<String, String> address, Optional<Actor> actor, Locale locale, Model page) {
		var today = LocalDate.now(clock);
		var any = desks.ofPolicy(desks.examples().getFirst().policy(), today).orElseThrow();
		var asking = Asking.read(address, any);
		page.addAttribute("asking", asking);
		page.addAttribute("told", Told.of(asking, any));
		page.addAttribute("situations", situations.all().stream()
				.map(each -> new Found.Way(each.label(locale), begun(each).address("/vergelijk"), each.icon())).toList());
		if (!asking.isEmpty())
			page.addAttribute("rows", desks.examples().stream().flatMap(example -> desks.ofPolicy(example.policy(), today).stream())
					.map(desk -> row(desk, asking)).toList());
		return "advice/compare";
	}

	/** A tapped situation is asked by whom it is most about. */
	private static Asking begun(Situations.Common situation) {
		var asking = Asking.NOTHING.withFacts(situation.facts());
		return Fact.ACTOR.optionOfCode(situation.audience().getFirst()).map(asking::with).orElse(asking);
	}

	private static Row row(Desk desk, Asking asking) {
		var verdict = desk.rules().judge(asking.facts());
		var own = verdict.layers().stream().filter(layer -> layer.layer() == Layer.POLICY).findFirst().orElseThrow();
		var law = verdict.layers().stream().filter(layer -> layer.layer() == Layer.LAW).flatMap(layer -> layer.cited())
				.map(reason -> AnswerPages.cite(reason, desk.layer(reason.policy()).orElseThrow(), asking, desk)).toList();
		var policy = desk.layer(own.policy()).orElseThrow();
		return new Row(policy, own.outcome(), AnswerPages.word(verdict),
				own.reasons().stream().map(reason -> AnswerPages.cite(reason, policy, asking, desk)).toList(),
				law, asking.of(null, policy.id()).address("/mag-dit/antwoord"));
	}
}
