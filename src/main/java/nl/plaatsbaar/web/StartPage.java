package nl.plaatsbaar.web;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Admits;

/** The front door: for who is signed in what he can do and what waits for him, for a visitor what this is and which school is his. */
@Controller
@Admits(everyone = true)
class StartPage {

	private final ObjectProvider<TileSource> tiles;

	private final ObjectProvider<TaskSource> tasks;

	private final ObjectProvider<PublicPlaceSource> places;

	private final Clock clock;

	StartPage(ObjectProvider<TileSource> tiles, ObjectProvider<TaskSource> tasks, ObjectProvider<PublicPlaceSource> places, Clock clock) {
		this.tiles = tiles;
		this.tasks = tasks;
		this.places = places;
		this.clock = clock;
	}

	@GetMapping("/")
	String start(Optional<Actor> actor, Locale locale, Model model) {
		return actor.map(someone -> today(someone, locale, model)).orElseGet(() -> welcome(model));
	}

	private String today(Actor actor, Locale locale, Model model) {
		model.addAttribute("greeting", "web.greeting." + partOfDay(LocalTime.now(clock)));
		model.addAttribute("firstName", Here.firstNameOf(actor));
		model.addAttribute("tiles", tiles.orderedStream().flatMap(source -> source.tilesFor(actor, locale).stream()).toList());
		model.addAttribute("tasks", tasks.orderedStream().flatMap(source -> source.tasksFor(actor).stream()).toList());
		return "web/start";
	}

	private String welcome(Model model) {
		model.addAttribute("places", places.orderedStream().flatMap(source -> source.places().stream()).toList());
		return "web/welcome";
	}

	private static String partOfDay(LocalTime now) {
		int hour = now.getHour();
		return hour < 6 ? "night" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
	}
}
