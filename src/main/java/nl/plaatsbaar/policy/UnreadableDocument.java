package nl.plaatsbaar.policy;

import java.util.Locale;

/** An upload nothing can be made of. The reason is a key of the message bundle, so the page can say it in the reader's language. */
final class UnreadableDocument extends Exception {

	private final Reason reason;

	enum Reason {
		EMPTY, TOO_LARGE, UNKNOWN_KIND, OLD_WORD, OPEN_DOCUMENT, BROKEN_WORD, TOO_LARGE_UNPACKED, BROKEN_PDF, ENCRYPTED_PDF, SCANNED_PDF, TOO_MANY_PAGES, NOT_UTF8, NO_TEXT, TOO_MANY_ARTICLES;

		String messageKey() {
			return "policy.import.unreadable." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	UnreadableDocument(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	UnreadableDocument(Reason reason, Throwable cause) {
		super(reason.name(), cause);
		this.reason = reason;
	}

	Reason reason() {
		return reason;
	}
}
