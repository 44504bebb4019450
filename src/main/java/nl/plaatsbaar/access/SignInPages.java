package nl.plaatsbaar.access;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import nl.plaatsbaar.access.AccountBook.Account;
import nl.plaatsbaar.access.DemoCast.Face;
import nl.plaatsbaar.audit.AuditTrail;
import nl.plaatsbaar.audit.Recordable;

/** Signing in and out. In the demo one may also simply choose who to be. */
@Controller
@Admits(everyone = true)
class SignInPages {

	static final String PATH = "/inloggen";
	/** No mail address is longer; what is, nobody has and nobody need remember. */
	private static final int LONGEST_ADDRESS = 254;

	private final AccountBook accounts;
	private final PasswordCheck passwords;
	private final Attempts attempts;
	private final Visit visit;
	private final AuditTrail trail;
	private final Tenancy tenancy;
	private final ObjectProvider<DemoCast> cast;
	private final Clock clock;

	SignInPages(AccountBook accounts, PasswordCheck passwords, Attempts attempts, Visit visit, AuditTrail trail, Tenancy tenancy,
			ObjectProvider<DemoCast> cast, Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.attempts = attempts;
		this.visit = visit;
		this.trail = trail;
		this.tenancy = tenancy;
		this.cast = cast;
		this.clock = clock;
	}

	@GetMapping(PATH)
	ModelAndView page(Optional<Actor> actor, @RequestParam(defaultValue = "") String terug, @RequestParam(defaultValue = "") String zoek) {
		return page(HttpStatus.OK, terug, zoek).addObject("who", actor.map(Actor::name).orElse(null));
	}

	private ModelAndView page(HttpStatus status, String terug, String zoek) {
		var page = new ModelAndView("access/sign-in", status);
		page.addObject("terug", here(terug)).addObject("zoek", zoek).addObject("demo", !faces().isEmpty()).addObject("cast",
				bySchool(zoek));
		return page;
	}

	@PostMapping(PATH)
	Object signIn(@RequestParam(defaultValue = "") String adres, @RequestParam(defaultValue = "") String wachtwoord,
			@RequestParam(defaultValue = "") String terug, HttpServletRequest request, HttpServletResponse response) {
		var place = request.getRemoteAddr();
		var address = AccountBook.folded(adres);
		if (address.length() > LONGEST_ADDRESS)
			return wrong(List.of(), adres, terug, place);
		var wait = attempts.begin(address, place);
		if (wait.isPresent())
			return page(HttpStatus.TOO_MANY_REQUESTS, terug, "").addObject("adres", adres).addObject("wait", time(wait.get()));
		var known = accounts.at(address);
		var account = passwords.whose(known, wachtwoord);
		if (account.isEmpty())
			return wrong(known, adres, terug, place);
		attempts.succeeded(address, place);
		return welcome(account.get().board(), account.get().person(), "password", terug, request, response);
	}

	/** The same answer for an unknown address and a wrong password: it is nobody's business who has an account. */
	private ModelAndView wrong(List<Account> known, String adres, String terug, String place) {
		for (var account : known)
			tenancy.as(account.board(), () -> trail.recordApart(account.board(), null,
					Recordable.of("access.sign-in.failed", "person", account.person()).with("from", place)));
		return page(HttpStatus.UNPROCESSABLE_CONTENT, terug, "").addObject("adres", adres).addObject("wrong", true);
	}

	/** Only somebody of the demo cast; elsewhere there is no such list and so nobody to choose. */
	@PostMapping(PATH + "/kies")
	String choose(@RequestParam UUID board, @RequestParam UUID person, @RequestParam(defaultValue = "") String terug,
			HttpServletRequest request,
			HttpServletResponse response) {
		if (faces().stream().noneMatch(face -> face.board().equals(board) && face.person().equals(person)))
			throw new Refused("access.refused.choose");
		return welcome(board, person, "chosen", terug, request, response);
	}

	private String welcome(UUID board, UUID person, String how, String terug, HttpServletRequest request, HttpServletResponse response) {
		visit.begin(new SignedIn(board, person), request, response);
		tenancy.as(board, () -> trail.recordApart(board, person, Recordable.of("access.signed-in").with("how", how)));
		return "redirect:" + here(terug);
	}

	@PostMapping("/uitloggen")
	String signOut(Optional<Actor> actor, HttpServletRequest request, HttpServletResponse response) {
		actor.ifPresent(who -> trail.recordApart(who.board(), who.person(), Recordable.of("access.signed-out")));
		visit.end(request, response);
		return "redirect:/";
	}

	/** Back to where one came from, as long as that is a page of this site; braces in an address are a trap for the redirect. */
	private static String here(String terug) {
		return terug.matches("/([^/\\\\{}\\p{Cntrl}][^\\\\{}\\p{Cntrl}]*)?") ? terug : "/";
	}

	private List<Face> faces() {
		return Optional.ofNullable(cast.getIfAvailable()).map(DemoCast::faces).orElse(List.of());
	}

	private Map<String, List<Face>> bySchool(String zoek) {
		var words = plain(zoek).split(" ");
		return faces().stream().filter(face -> fits(face, words))
				.collect(Collectors.groupingBy(Face::school, LinkedHashMap::new, Collectors.toList()));
	}

	private static boolean fits(Face face, String[] words) {
		var text = plain(face.name() + " " + face.role() + " " + face.school());
		for (var word : words)
			if (!text.contains(word))
				return false;
		return true;
	}

	private static String plain(@Nullable String text) {
		return Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('ı', 'i')
				.toLowerCase(Locale.ROOT).strip();
	}

	private String time(Instant instant) {
		return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(ZonedDateTime.ofInstant(instant, clock.getZone()));
	}
}
