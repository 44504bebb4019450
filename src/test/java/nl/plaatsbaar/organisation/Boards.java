package nl.plaatsbaar.organisation;

import java.util.UUID;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.access.Tenancy;

/** Boards full of the same people as the demo, for tests that need more than one. Number 0 is the demo itself. */
public record Boards(int number) {

	private static final CastFile CAST = CastFile.read();

	/** Makes this board in the database of the program, unless it is there. */
	public Boards found(ApplicationContext program) {
		var organisation = program.getBean(Organisation.class);
		var transaction = program.getBean(TransactionTemplate.class);
		program.getBean(Tenancy.class).as(id(), () -> transaction.executeWithoutResult(_ -> {
			if (!organisation.boards().contains(id()))
				program.getBean(Founding.class).found(CAST, ids());
		}));
		return this;
	}

	public UUID id() {
		return ids().board();
	}

	public UUID school(String key) {
		if (!CAST.schools().containsKey(key))
			throw new IllegalArgumentException("demo/cast.yaml has no school '%s', it has %s".formatted(key, CAST.schools().keySet()));
		return ids().school(key);
	}

	public UUID group(String school, String name) {
		return ids().group(school, name);
	}

	public UUID person(String key) {
		return ids().person(member(key).key());
	}

	public String nameOf(String key) {
		return Founding.said(member(key).name());
	}

	public String emailOf(String key) {
		return ids().email(CAST, member(key));
	}

	private static CastFile.Member member(String key) {
		if (CAST.people().get(key) instanceof CastFile.Member member)
			return member;
		throw new IllegalArgumentException("demo/cast.yaml has no person '%s', it has %s".formatted(key, CAST.people().keySet()));
	}

	private CastIds ids() {
		return new CastIds(number);
	}
}
