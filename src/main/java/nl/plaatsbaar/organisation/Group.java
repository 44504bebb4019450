package nl.plaatsbaar.organisation;

import java.util.UUID;

/** A group (class) of a school in one school year: 6A of 2026-2027 is another group than 6A a year later. */
public record Group(UUID board, UUID id, UUID school, String year, String name) {
}
