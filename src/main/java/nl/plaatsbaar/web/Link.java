package nl.plaatsbaar.web;

/** Where to go and what to call it: a breadcrumb, a tab. */
public record Link(String title, String href) {
}
