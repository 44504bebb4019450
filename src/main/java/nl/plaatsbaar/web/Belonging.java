package nl.plaatsbaar.web;

import java.util.Locale;
import java.util.Optional;

import nl.plaatsbaar.access.Actor;

/** Says at the top of every page where somebody belongs: "leerkracht · OBS De Vlieger". */
@FunctionalInterface
public interface Belonging {

	Optional<String> of(Actor actor, Locale locale);
}
