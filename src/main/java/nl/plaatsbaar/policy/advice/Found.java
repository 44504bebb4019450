package nl.plaatsbaar.policy.advice;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What typed words lead to.
 *
 * @param understood the way on from what was understood; absent when nothing was
 * @param near common situations that come close
 */
record Found(@Nullable Way understood, List<Told> told, List<Way> near) {

	/** A way on: what it says and where it leads. */
	record Way(String label, String link, String icon) {

		static Way to(Situations.Common common, Asking asking, Locale locale) {
			return new Way(common.label(locale), asking.withFacts(common.facts()).address("/mag-dit/vraag"), common.icon());
		}
	}

	static Found of(Asking asking, Typed.Reading reading, Desk desk, Locale locale) {
		var meant = asking.withFacts(reading.facts());
		var platform = desk.platform(reading.platform());
		if (platform.isPresent())
			meant = meant.onPlatform(platform.get().id(), desk.place(platform.get().id()).orElseThrow());
		var understood = meant.equals(asking) ? null : new Way("", meant.address("/mag-dit/vraag"), "chat");
		return new Found(understood, Told.of(meant, desk), reading.near().stream().map(common -> Way.to(common, asking, locale)).toList());
	}

	public boolean isEmpty() {
		return understood == null && near.isEmpty();
	}
}
