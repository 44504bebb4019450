package nl.plaatsbaar.policy;

/** Where an article stands on its page: its own number, so that people can write the address by hand. */
final class Anchors {

	private Anchors() {
	}

	static String of(String article) {
		return article.replaceAll("[^A-Za-z0-9._-]", "-");
	}
}
