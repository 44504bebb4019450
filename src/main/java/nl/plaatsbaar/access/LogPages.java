package nl.plaatsbaar.access;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import nl.plaatsbaar.audit.AuditEntry;
import nl.plaatsbaar.audit.AuditLog;
import nl.plaatsbaar.audit.AuditLog.Finding;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;

/** The audit log for those who answer for it. Looking at it is itself written down. */
@Controller
@Admits({Role.DPO, Role.EXECUTIVE_DIRECTOR})
class LogPages {

	private static final int SHOWN = 50;
	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

	private final AuditLog log;
	private final AuditTrail trail;
	private final AccountBook accounts;
	private final Clock clock;

	LogPages(AuditLog log, AuditTrail trail, AccountBook accounts, Clock clock) {
		this.log = log;
		this.trail = trail;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** @param who the name, or the id of somebody who has no account any more, or nothing for the program */
	record Line(long seq, String when, @Nullable String who, String what, Map<String, String> details) {
	}

	@GetMapping("/logboek")
	String log(Actor actor, @RequestParam(required = false) @Nullable Long voor, Model page) {
		var entries = log.before(actor.board(), voor == null ? Long.MAX_VALUE : voor, SHOWN);
		page.addAttribute("entries", lines(actor.board(), entries));
		page.addAttribute("older", entries.size() < SHOWN || entries.getLast().seq() == 1 ? null : entries.getLast().seq());
		trail.recordApart(actor.board(), actor.person(), Recordable.of("audit.log.seen"));
		return "access/log";
	}

	private List<Line> lines(UUID board, List<AuditEntry> entries) {
		var names = new HashMap<UUID, String>();
		return entries.stream()
				.map(entry -> new Line(entry.seq(), WHEN.format(entry.at().atZone(clock.getZone())), name(board, entry.person(), names),
						entry.what(), details(entry)))
				.toList();
	}

	private @Nullable String name(UUID board, @Nullable UUID person, Map<UUID, String> names) {
		return person == null ? null : names.computeIfAbsent(person, id -> accounts.name(board, id).orElse(id.toString()));
	}

	private static Map<String, String> details(AuditEntry entry) {
		var details = new TreeMap<>(entry.details());
		if (entry.subjectKind() != null && entry.subject() != null)
			details.put(entry.subjectKind(), entry.subject().toString());
		return details;
	}

	@PostMapping("/logboek/controle")
	String check(Actor actor, RedirectAttributes page) {
		switch (log.verify(actor.board())) {
			case Finding.Whole whole -> page.addFlashAttribute("whole", whole);
			case Finding.Broken broken -> page.addFlashAttribute("broken", broken);
		}
		trail.recordApart(actor.board(), actor.person(), Recordable.of("audit.log.checked"));
		return "redirect:/logboek";
	}
}
