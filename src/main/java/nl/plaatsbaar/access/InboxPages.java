package nl.plaatsbaar.access;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import nl.plaatsbaar.notification.DemoMailbox;
import nl.plaatsbaar.notification.Inbox;
import nl.plaatsbaar.notification.Inbox.Letter;

/** The messages of whoever is signed in, and in the demo the mails of everybody. */
@Controller
class InboxPages {

	private static final int SHOWN = 100;

	private final Inbox inbox;
	private final ObjectProvider<DemoMailbox> mailbox;
	private final Clock clock;

	InboxPages(Inbox inbox, ObjectProvider<DemoMailbox> mailbox, Clock clock) {
		this.inbox = inbox;
		this.mailbox = mailbox;
		this.clock = clock;
	}

	record ShownLetter(UUID id, String subject, List<String> paragraphs, @Nullable String link, Instant at, String when, boolean read) {
	}

	record ShownMail(String to, String subject, List<String> paragraphs, Instant at, String when) {
	}

	@Admits(signedIn = true)
	@GetMapping("/berichten")
	String inbox(Actor actor, Locale locale, Model page) {
		page.addAttribute("letters", inbox.of(actor.board(), actor.person(), SHOWN).stream().map(letter -> shown(letter, locale)).toList());
		page.addAttribute("unread", inbox.unread(actor.board(), actor.person()));
		return "access/inbox";
	}

	private ShownLetter shown(Letter letter, Locale locale) {
		return new ShownLetter(letter.id(), letter.subject(), paragraphs(letter.body()), letter.link(), letter.at(),
				when(letter.at(), locale),
				letter.read());
	}

	@Admits(signedIn = true)
	@PostMapping("/berichten/{letter}")
	String mark(Actor actor, @PathVariable UUID letter, @RequestParam(defaultValue = "true") boolean gelezen) {
		inbox.mark(actor.board(), actor.person(), letter, gelezen);
		return "redirect:/berichten";
	}

	@Admits(signedIn = true)
	@PostMapping("/berichten/gelezen")
	String markAll(Actor actor) {
		inbox.markAllRead(actor.board(), actor.person());
		return "redirect:/berichten";
	}

	/** Only where the mails stay in the program: who chose a role to play wants to read its mails. */
	@Admits(everyone = true)
	@GetMapping("/postvak")
	String mailbox(Locale locale, Model page) {
		var box = mailbox.getIfAvailable();
		if (box == null)
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		page.addAttribute("mails",
				box.mails().stream().map(mail -> new ShownMail(mail.to(), mail.subject(), paragraphs(mail.text()), mail.at(),
						when(mail.at(), locale))).toList());
		return "access/mailbox";
	}

	private static List<String> paragraphs(String text) {
		return List.of(text.strip().split("\\n\\s*\\n"));
	}

	private String when(Instant at, Locale locale) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(locale)
				.format(at.atZone(clock.getZone()));
	}
}
