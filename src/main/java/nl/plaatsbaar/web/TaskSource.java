package nl.plaatsbaar.web;

import java.util.List;

import nl.plaatsbaar.access.Actor;

/**
 * Hangs tasks under "Voor jou" on the start page. Sources show in the order of their {@code @Order}, most urgent first within
 * one source. The language is that of {@code LocaleContextHolder}.
 */
public interface TaskSource {

	List<Task> tasksFor(Actor actor);
}
