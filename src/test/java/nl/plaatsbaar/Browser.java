package nl.plaatsbaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser for tests, at the width of a phone and of a computer:
 *
 * <pre>
 * &#64;RegisterExtension
 * static final Browser browser = new Browser();
 *
 * &#64;Test
 * void theStartPageGreets() {
 * 	browser.atEveryWidth(page -> {
 * 		page.navigate(address + "/");
 * 		assertThat(page.locator("h1")).hasText("Goedemorgen, Samira");
 * 		browser.axe(page);
 * 	});
 * }
 * </pre>
 *
 * Anything the browser complains about on the way (console, script errors, requests that fail) fails the test, as does a message
 * key without words or a page wider than its screen. Pictures of what was last seen are put in {@code target/screens}. Where there
 * is no Chromium the test is skipped and says so; {@code -Dbrowser.path=} names one.
 */
public final class Browser implements ExecutionCondition, BeforeEachCallback, AfterEachCallback {

	public static final int PHONE = 390;

	public static final int COMPUTER = 1280;

	private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
			"/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-extensions",
			"--disable-background-networking", "--disable-component-update", "--no-first-run", "--font-render-hinting=none");

	private static final List<String> GUIDELINES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

	// A link inside a sentence may be as high as its line; a box or a dot is tapped by its label.
	private static final String TOO_SMALL = """
			() => {
				const small = new Set();
				const seen = element => element.checkVisibility() && !element.closest('.unseen, svg');
				const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				for (let text = texts.nextNode(); text; text = texts.nextNode()) {
					const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
					if (text.data.trim() && seen(text.parentElement) && size < 16.99) small.add(size + 'px: ' + text.data.trim());
				}
				const taps = 'button, summary, select, textarea, nav a, a.utrecht-button, a.card, label.choice, .pair label, '
					+ 'input:not([type=hidden], [type=radio], [type=checkbox])';
				for (const tap of document.querySelectorAll(taps)) {
					const height = tap.getBoundingClientRect().height;
					if (seen(tap) && height > 0 && height < 47.5) small.add(height + 'px high: ' + tap.outerHTML.slice(0, 120));
				}
				return [...small];
			}""";

	private static com.microsoft.playwright.@Nullable Browser running;

	private final List<BrowserContext> windows = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	private final List<Integer> expected = new ArrayList<>();

	private String test = "";

	/** Does the same on a phone and on a computer. */
	public void atEveryWidth(Consumer<Page> visit) {
		for (int width : new int[]{PHONE, COMPUTER}) {
			var page = open(width);
			visit.accept(page);
			look(page, "");
		}
	}

	/** A fresh window, as of somebody who was never here before. */
	public Page open(int width) {
		return open(width, ColorScheme.LIGHT);
	}

	public Page open(int width, ColorScheme scheme) {
		return openWith(new com.microsoft.playwright.Browser.NewContextOptions().setColorScheme(scheme), width);
	}

	/** A window in which no script runs: every page must work there too. */
	public Page openWithoutJavaScript(int width) {
		return openWith(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false), width);
	}

	/** From here on this window is that person's. */
	public void signIn(Page page, Site site, Cast.Member who) {
		page.navigate(site.address() + "/inloggen");
		page.locator("input[name=adres]").fill(who.email());
		page.locator("input[name=wachtwoord]").fill(who.password());
		page.locator("input[name=wachtwoord]").press("Enter");
		page.waitForURL(url -> !url.contains("/inloggen"));
	}

	/** Says that an answer with this status is part of the story, so that the browser may complain about it. */
	public void expecting(int status) {
		expected.add(status);
	}

	/**
	 * Nothing to remark by WCAG 2.2 A and AA nor by good practice, by day; on a wide screen by night too. No text is smaller than 17
	 * pixels and nothing to tap lower than 48.
	 */
	public void axe(Page page) {
		assertNothingToRemark(page, "by day");
		if (page.viewportSize().width >= 900) {
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
			assertNothingToRemark(page, "by night");
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		}
		assertThat((List<?>) page.evaluate(TOO_SMALL)).as("too small to read or to tap on %s", page.url()).isEmpty();
	}

	/** Puts a picture of the page in target/screens, named after the test, what is seen and the width. */
	public void look(Page page, String what) {
		var name = test + (what.isEmpty() ? "" : "-" + what) + "-" + page.viewportSize().width + ".png";
		page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name)).setFullPage(true));
		assertThat(page.locator("body").innerText()).as("words for every message key").doesNotContain("??");
		assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as("nothing sticks out sideways")
				.isLessThanOrEqualTo(page.viewportSize().width);
	}

	private Page openWith(com.microsoft.playwright.Browser.NewContextOptions options, int width) {
		var window = chromium().newContext(options.setViewportSize(width, 900).setLocale("nl-NL").setTimezoneId("Europe/Amsterdam")
				.setReducedMotion(ReducedMotion.REDUCE));
		window.setDefaultTimeout(30_000);
		windows.add(window);
		var page = window.newPage();
		page.onConsoleMessage(message -> complain(message.type() + ": " + message.text()));
		page.onPageError(error -> complain("script: " + error));
		page.onRequestFailed(request -> complain("failed: " + request.method() + " " + request.url() + " " + request.failure()));
		page.onResponse(response -> {
			if (response.status() >= 400 && !expected.contains(response.status()))
				complain("answered " + response.status() + ": " + response.url());
		});
		return page;
	}

	private void complain(String complaint) {
		if (expected.stream().noneMatch(status -> complaint.contains("the server responded with a status of " + status)))
			complaints.add(complaint);
	}

	private static void assertNothingToRemark(Page page, String when) {
		var remarks = new AxeBuilder(page).withTags(GUIDELINES).analyze().getViolations().stream()
				.flatMap(rule -> rule.getNodes().stream()
						.map(node -> rule.getId() + ": " + rule.getHelp() + "\n\t" + node.getHtml() + "\n\t" + node.getFailureSummary()));
		assertThat(remarks).as("accessibility of %s %s", page.url(), when).isEmpty();
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return executable().map(path -> ConditionEvaluationResult.enabled("browser: " + path)).orElseGet(() -> ConditionEvaluationResult
				.disabled("no Chromium found on this machine: install it, or name one with -Dbrowser.path=/path/to/chromium"));
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		test = context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName();
		complaints.clear();
		expected.clear();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		windows.forEach(BrowserContext::close);
		windows.clear();
		if (context.getExecutionException().isEmpty())
			assertThat(complaints).as("what the browser complained about").isEmpty();
	}

	private static Optional<Path> executable() {
		return Stream.concat(Stream.of(System.getProperty("browser.path", "")), USUAL_PLACES.stream()).filter(path -> !path.isBlank())
				.map(Path::of).filter(Files::isExecutable).findFirst();
	}

	// One browser for all tests: starting it takes longer than most of them.
	private static synchronized com.microsoft.playwright.Browser chromium() {
		if (running == null) {
			var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			running = playwright.chromium()
					.launch(new BrowserType.LaunchOptions().setExecutablePath(executable().orElseThrow()).setArgs(FLAGS));
			Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
		}
		return running;
	}
}
