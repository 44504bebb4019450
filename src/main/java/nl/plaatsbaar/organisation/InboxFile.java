package nl.plaatsbaar.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import nl.plaatsbaar.notification.Inbox;

/** The messages somebody got. Notification itself knows nothing of people's rights, so they are shown and forgotten from here. */
@Component
class InboxFile implements PersonalDataHolder {

	private final Inbox inbox;

	InboxFile(Inbox inbox) {
		this.inbox = inbox;
	}

	@Override
	public Set<String> tables() {
		return Set.of("notice", "mail");
	}

	@Override
	public List<Kept> show(UUID board, UUID person) {
		return inbox.of(board, person, Integer.MAX_VALUE).stream()
				.map(letter -> new Kept("kept.message",
						Map.of("at", letter.at().toString(), "subject", letter.subject(), "body", letter.body())))
				.toList();
	}

	@Override
	public List<Kept> forget(UUID board, UUID person) {
		inbox.empty(board, person);
		return List.of();
	}
}
