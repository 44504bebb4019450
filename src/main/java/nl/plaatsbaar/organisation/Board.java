package nl.plaatsbaar.organisation;

import java.util.UUID;

/** A school board: the competent authority of its schools. Nothing crosses from one board to another. */
public record Board(UUID id, String name) {
}
