package nl.plaatsbaar.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import nl.plaatsbaar.access.Actor;
import nl.plaatsbaar.access.Grant;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Scope;
import nl.plaatsbaar.web.Belonging;
import nl.plaatsbaar.web.PublicPlaceSource;
import nl.plaatsbaar.web.Tile;
import nl.plaatsbaar.web.TileSource;

/** What the organisation hangs on the start page: the schools for a visitor, one door for each who has something behind it. */
@Component
@Order(90)
class FrontDoor implements PublicPlaceSource, TileSource, Belonging {

	private final Organisation organisation;
	private final RoleTitles titles;
	private final MessageSource messages;

	FrontDoor(Organisation organisation, RoleTitles titles, MessageSource messages) {
		this.organisation = organisation;
		this.titles = titles;
		this.messages = messages;
	}

	@Override
	public List<Place> places() {
		var locale = LocaleContextHolder.getLocale();
		return organisation.publicSchools().stream().map(school -> new Place(school.name(),
				say("organisation.kind." + school.kind(), locale) + " · " + school.place(), "/scholen/" + school.slug() + "/beleid"))
				.toList();
	}

	@Override
	public List<Tile> tilesFor(Actor actor, Locale locale) {
		var tiles = new ArrayList<Tile>();
		if (actor.has(Role.TEACHER))
			tiles.add(new Tile(say("organisation.mine.groups", locale), organisation.groupsOfTeacher(actor.board(), actor.person()).stream()
					.map(Group::name).collect(Collectors.joining(", ")), "/mijn-groepen", "people"));
		if (actor.has(Role.PARENT))
			tiles.add(new Tile(say("organisation.mine.children", locale), say("organisation.tile.children.detail", locale),
					"/mijn-kinderen", "family"));
		if (RoleGiving.OFFICE.stream().anyMatch(actor::has))
			tiles.add(
					new Tile(say("organisation.title", locale), say("organisation.tile.office.detail", locale), "/organisatie", "school"));
		return tiles;
	}

	/** The role that says most about somebody, and where. */
	@Override
	public Optional<String> of(Actor actor, Locale locale) {
		return actor.grants().stream().filter(grant -> grant.role() != Role.EMPLOYEE).findFirst()
				.or(() -> actor.grants().stream().findFirst())
				.map(grant -> titles.title(actor.board(), grant.role(), locale) + " · " + where(actor, grant));
	}

	private String where(Actor actor, Grant grant) {
		return switch (grant.scope()) {
			case Scope.Board() -> organisation.board(actor.board()).name();
			case Scope.School(var school) -> organisation.school(actor.board(), school).name();
			case Scope.Group(var school, var group) ->
				organisation.group(actor.board(), group).name() + ", " + organisation.school(actor.board(), school).name();
		};
	}

	private String say(String key, Locale locale) {
		return messages.getMessage(key, null, locale);
	}
}
