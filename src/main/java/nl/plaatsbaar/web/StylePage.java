package nl.plaatsbaar.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import nl.plaatsbaar.access.Admits;

/** Shows every part pages are built of, as it really is, for who builds a page or judges one. */
@Controller
@Admits(everyone = true)
class StylePage {

	@GetMapping("/stijl")
	String parts(Model model) {
		model.addAttribute("noindex", true);
		model.addAttribute("verdicts",
				List.of("ALLOWED", "ALLOWED_IF", "PERMISSION_NEEDED", "JUDGEMENT", "FORBIDDEN", "NOT_REGULATED", "OUT_OF_SCOPE"));
		model.addAttribute("tones", Tone.values());
		model.addAttribute("trail", List.of(new Link("Start", "/"), new Link("Stijl", "/stijl"), new Link("Onderdelen", "/stijl")));
		model.addAttribute("tabs", List.of(new Link("Onderdelen", "/stijl"), new Link("Help", "/help"), new Link("Over", "/over")));
		model.addAttribute("schools", schools());
		model.addAttribute("accounts", List.of(new Choice("private", "Mijn eigen account", "Waar ook vakantiefoto’s op staan"),
				new Choice("work", "Mijn werkaccount"), new Choice("school", "Het account van de school", "Ik plaats namens de school")));
		model.addAttribute("content",
				List.of(new Choice("people", "Mensen in beeld"), new Choice("names", "Namen"), new Choice("lesson", "Iets uit de les")));
		model.addAttribute("chosen", List.of("people"));
		model.addAttribute("errors", Map.of("wrong", "Vul een titel in, bijvoorbeeld ‘Sportdag’."));
		model.addAttribute("heads", List.of("Naam", "Groep", "Album", "Instagram"));
		model.addAttribute("rows", List.of(List.of("Noor", "6A", "mag", "mag niet"), List.of("Sam", "6A", "mag", "mag"),
				List.of("Yusuf", "6A", "mag", "gevraagd")));
		model.addAttribute("tasks",
				List.of(new Task("Sportdag", "Bericht met 6 foto’s · directie keek ernaar", "/stijl", "aanpassen", Tone.ASK),
						new Task("Je vraag over WhatsApp", "Joris (leidinggevende) gaf antwoord", "/stijl", "antwoord", Tone.YES),
						new Task("Gedragscode 2027", "3 vragen, 2 minuten · vóór 1 februari", "/stijl", "lezen", Tone.NONE)));
		return "web/style";
	}

	private static Map<String, String> schools() {
		var schools = new LinkedHashMap<String, String>();
		schools.put("", "Kies een school");
		schools.put("de-vlieger", "OBS De Vlieger");
		schools.put("het-baken", "Het Baken College");
		return schools;
	}
}
