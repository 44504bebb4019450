package nl.plaatsbaar.access;

import java.io.Serializable;
import java.util.UUID;

/** What a session remembers: who, of which board. His roles are looked up anew for every request. */
record SignedIn(UUID board, UUID person) implements Serializable {
}
