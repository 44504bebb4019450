package nl.plaatsbaar.rules;

import java.util.List;
import java.util.Optional;

/** Who gives permission, who is told, who weighs an open norm. */
@SuppressWarnings("EnumOrdinal") // the order of the values is their place in the bits
public enum Authority {

	PARENTS("parents", "ouders"), PUPIL("pupil", "leerling"), PERSON("person", "betrokkene"), MAKER("maker", "maker"), TEACHER("teacher",
			"leraar"), SUPERVISOR("supervisor", "leidinggevende"), COACH("coach", "coach"), LEADERSHIP("leadership",
					"schoolleiding"), DIRECTIE("directie",
							"directie"), BOARD("board", "bestuur"), DAILY_BOARD("daily-board", "dagelijks-bestuur"), DPO("dpo", "fg");

	static final List<Authority> ALL = List.of(values());

	private final String code;
	private final String word;

	Authority(String code, String word) {
		this.code = code;
		this.word = word;
	}

	public static Optional<Authority> ofWord(String word) {
		return ALL.stream().filter(a -> a.word.equals(word)).findFirst();
	}

	public static Optional<Authority> ofCode(String code) {
		return ALL.stream().filter(a -> a.code.equals(code)).findFirst();
	}

	public String code() {
		return code;
	}

	public String word() {
		return word;
	}

	static List<Authority> ofMask(int mask) {
		return ALL.stream().filter(a -> (mask >>> a.ordinal() & 1) != 0).toList();
	}

	static int mask(List<Authority> authorities) {
		return authorities.stream().mapToInt(a -> 1 << a.ordinal()).reduce(0, (a, b) -> a | b);
	}
}
