package nl.plaatsbaar.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import nl.plaatsbaar.access.Admits;

/** Pages that explain: how it works, what it is, for whom it is accessible, and what it knows about people. */
@Controller
@Admits(everyone = true)
class InformationPages {

	@GetMapping("/help")
	String help() {
		return "web/help";
	}

	@GetMapping("/over")
	String about() {
		return "web/about";
	}

	@GetMapping("/toegankelijkheid")
	String accessibility() {
		return "web/accessibility";
	}

	@GetMapping("/privacy")
	String privacy() {
		return "web/privacy";
	}
}
