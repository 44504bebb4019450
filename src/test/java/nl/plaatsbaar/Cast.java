package nl.plaatsbaar;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.context.ApplicationContext;

import nl.plaatsbaar.organisation.Boards;

/** The people every test knows, of the demo board. Who they are to each other stands in {@code demo/cast.yaml}. */
public final class Cast {

	private static final Boards DEMO = new Boards(0);

	/** Somebody of the cast, with what signing in takes. Pupils of a primary school have no account. */
	public record Member(UUID board, UUID id, String name, String email, String password) {
	}

	private Cast() {
	}

	public static UUID board() {
		return DEMO.id();
	}

	/** By the key in the file: {@code Cast.member("hatice")}. */
	public static Member member(String key) {
		return member(DEMO, key);
	}

	/** The same person at another board: {@code Cast.member(Cast.boards(program, 1).getFirst(), "samira")}. */
	public static Member member(Boards board, String key) {
		return new Member(board.id(), board.person(key), board.nameOf(key), board.emailOf(key), "plaatsbaar");
	}

	/** More boards with the same schools and people, made in the database of the program when they are not there yet. */
	public static List<Boards> boards(ApplicationContext program, int number) {
		return IntStream.rangeClosed(1, number).mapToObj(n -> new Boards(n).found(program)).toList();
	}

	/** The primary school. */
	public static UUID deVlieger() {
		return DEMO.school("de-vlieger");
	}

	/** The secondary school. */
	public static UUID hetBaken() {
		return DEMO.school("het-baken");
	}

	/** The practical secondary school. */
	public static UUID deWerf() {
		return DEMO.school("de-werf");
	}

	public static UUID groep6A() {
		return DEMO.group("de-vlieger", "6A");
	}

	/** Teaches 6A at De Vlieger. */
	public static Member samira() {
		return member("samira");
	}

	/** Leidinggevende of Samira. */
	public static Member joris() {
		return member("joris");
	}

	/** Directie of De Vlieger. */
	public static Member hanneke() {
		return member("hanneke");
	}

	/** The school office of De Vlieger. */
	public static Member anneke() {
		return member("anneke");
	}

	/** Teaches 4H2 at Het Baken. */
	public static Member ruben() {
		return member("ruben");
	}

	/** Social-mediacoach of Het Baken. */
	public static Member fatima() {
		return member("fatima");
	}

	/** Directeur-bestuurder. */
	public static Member marijke() {
		return member("marijke");
	}

	/** Beleidsmedewerker. */
	public static Member pieter() {
		return member("pieter");
	}

	/** Communications of the board. */
	public static Member ilse() {
		return member("ilse");
	}

	/** Functionaris gegevensbescherming. */
	public static Member wim() {
		return member("wim");
	}

	/** Keeps the system running. */
	public static Member nadia() {
		return member("nadia");
	}

	/** Intern at De Vlieger. */
	public static Member bram() {
		return member("bram");
	}

	/** Volunteer at De Vlieger. */
	public static Member els() {
		return member("els");
	}

	/** In 6A; her parents are divorced and both have authority. */
	public static Member noor() {
		return member("noor");
	}

	/** Mother of Noor. */
	public static Member laila() {
		return member("laila");
	}

	/** Father of Noor. */
	public static Member karim() {
		return member("karim");
	}

	/** In 6A; his father has no authority. */
	public static Member sam() {
		return member("sam");
	}

	/** Mother of Sam. */
	public static Member linda() {
		return member("linda");
	}

	/** Father of Sam, without authority. */
	public static Member dennis() {
		return member("dennis");
	}

	/** In 6A. */
	public static Member yusuf() {
		return member("yusuf");
	}

	/** In 4H2 at Het Baken; turns sixteen in twelve days. */
	public static Member milan() {
		return member("milan");
	}
}
