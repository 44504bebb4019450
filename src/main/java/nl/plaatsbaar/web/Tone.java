package nl.plaatsbaar.web;

/** How a few words are coloured: it may, it may not, ask first, weigh it, or nothing in particular. The words say it too. */
public enum Tone {
	YES, NO, ASK, THINK, NONE
}
