package nl.plaatsbaar.policy.advice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import nl.plaatsbaar.organisation.PersonalDataHolder;

/** What somebody doubted about, and what somebody was asked. Own doubts can be forgotten; an answer belongs to who asked for it. */
@Component
class DoubtFile implements PersonalDataHolder {

	private final Doubts doubts;

	DoubtFile(Doubts doubts) {
		this.doubts = doubts;
	}

	@Override
	public Set<String> tables() {
		return Set.of("doubt");
	}

	@Override
	public List<Kept> show(UUID board, UUID person) {
		return doubts.of(board, person).stream().map(DoubtFile::kept).toList();
	}

	@Override
	public List<Kept> forget(UUID board, UUID person) {
		doubts.forgetAskedBy(board, person);
		return show(board, person);
	}

	private static Kept kept(Doubt doubt) {
		var answer = doubt.answer();
		return new Kept("kept.doubt",
				Map.of("at", doubt.askedAt().toString(), "situation", doubt.situation(), "remark", doubt.remark(), "answer",
						answer == null ? "" : answer.text()));
	}
}
