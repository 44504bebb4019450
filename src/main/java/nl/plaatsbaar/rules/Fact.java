package nl.plaatsbaar.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Everything a rule can speak of. The list is closed: a new word is a new version of the vocabulary. The first twelve are choices
 * between values, the others are answered with yes or no.
 */
@SuppressWarnings({"EnumOrdinal", "ImmutableEnumChecker"}) // the order of the values is their place in the bits; the lists never change
public enum Fact {

	ACTOR("actor", "wie", null, "employee medewerker", "pupil leerling", "parent ouder", "volunteer vrijwilliger", "intern stagiair",
			"external extern", "school school"), ACT("act", "doet", null, "post plaatsen", "share delen", "reply reageren",
					"connect bevrienden", "follow volgen",
					"message bericht-sturen", "record opnemen", "open-account account-openen", "use gebruiken",
					"publish publiceren"), ACCOUNT("account", "account", "privé", "private privé", "work werk",
							"school school"), IN_NAME_OF("inNameOf", "namens", "zichzelf", "self zichzelf", "school school",
									"board bestuur"), ACCOUNT_KIND("accountKind", "soort-account", "profiel", "profile profiel",
											"page pagina", "group groep"), PLACE("platform", "waar", "netwerk-openbaar",
													"public-network netwerk-openbaar", "semi-public-network netwerk-semi-openbaar",
													"closed-group besloten-groep", "messenger berichtendienst", "email e-mail",
													"website website", "album album",
													"school-system schoolsysteem"), COUNTERPART("counterpart", "met", null,
															"nobody niemand", "pupil leerling", "parent ouder", "alumnus oud-leerling",
															"colleague collega", "journalist journalist", "attacker aanvaller",
															"public publiek"), CONSENT("consent", "toestemming", "onbekend",
																	"given gegeven", "missing ontbreekt", "unknown onbekend",
																	"not-needed niet-nodig"), CONSENT_FROM("consentFrom", "toestemming-van",
																			"ouders", "parents ouders", "pupil leerling",
																			"person betrokkene"), AGE("age", "leeftijd", "onder-13",
																					"under-13 onder-13", "13-15 13-tot-16",
																					"16-plus vanaf-16"), RIGHTS("rights", "rechten", "geen",
																							"own eigen-werk",
																							"permission toestemming-maker",
																							"licence licentie", "quotation citaat",
																							"none geen"), PERMISSION("permission",
																									"mag-van", "niemand", "none niemand",
																									"teacher leraar",
																									"leadership schoolleiding",
																									"board bestuur"),

	EXISTING_RELATION("existingRelation", "relatie-buiten-school", "nee"),

	SCHOOL_SITUATION("school-situation", "schoolsituatie", null), PEOPLE_SHOWN("people-shown", "mensen-in-beeld", null), NAMES_PEOPLE(
			"names-people", "namen", null), PERSONAL_DATA("personal-data", "persoonsgegevens", null), CONFIDENTIAL("confidential",
					"vertrouwelijk", null), INTERNAL_CRITICISM("internal-criticism", "interne-kritiek", null), OPINION_ON_EDUCATION(
							"opinion-on-education", "mening-over-onderwijs",
							null), THIRD_PARTY_WORK("third-party-work", "werk-van-ander", null), HARMS_GOOD_NAME("harms-good-name",
									"schaadt-goede-naam", null), INDECENT("indecent", "onfatsoenlijk", null), ONLINE_LESSON("online-lesson",
											"online-les", null), LESSON_RECORDING("lesson-recording", "lesopname", null), NEGATIVE(
													"negative", "negatief", null), INACCURATE("inaccurate", "onjuist", null),

	IN_LESSON("inLesson", "in-de-les", "nee"), FOR_LEARNING("forLearning", "voor-het-leren", "nee"), SCHOOL_RELATED("schoolRelated",
			"schoolgerelateerd", "ja"), EDUCATIONAL("educational", "onderwijsgerelateerd", "nee"), ABOUT_OWN_SCHOOL("aboutOwnSchool",
					"over-eigen-school", null), LEADERSHIP_OBJECTS("leadershipObjects", "schoolleiding-bezwaar",
							"nee"), DOUBT("doubt", "twijfel", "nee"), DERAILING("derailing", "ontspoort", "nee");

	/** How many facts are a choice; the facts after these are yes or no. */
	static final int CHOICES = 12;

	static final List<Fact> ALL = List.of(values());

	/** The content traits, in the order of the vocabulary. */
	public static final List<Fact> TRAITS = ALL.stream().filter(Fact::isTrait).toList();

	private static final Map<String, Fact> BY_CODE = new HashMap<>();
	private static final Map<String, Fact> BY_WORD = new HashMap<>();

	static {
		for (var fact : ALL) {
			BY_CODE.put(fact.code, fact);
			BY_WORD.put(fact.word, fact);
		}
	}

	private final String code;
	private final String word;
	private final List<Value> options;
	private final @Nullable Value presumed;

	Fact(String code, String word, @Nullable String presumed, String... options) {
		this.code = code;
		this.word = word;
		var words = options.length == 0 ? new String[]{"no nee", "yes ja"} : options;
		this.options = IntStream.range(0, words.length).mapToObj(i -> option(i, words[i].split(" "))).toList();
		this.presumed = this.options.stream().filter(v -> v.word().equals(presumed)).findFirst().orElse(null);
	}

	private Value option(int index, String[] names) {
		return new Value(this, index, names[0], names[1]);
	}

	public static Optional<Fact> ofCode(String code) {
		return Optional.ofNullable(BY_CODE.get(code));
	}

	public static Optional<Fact> ofWord(String word) {
		return Optional.ofNullable(BY_WORD.get(word));
	}

	/** The name in the API: {@code actor}, {@code inNameOf}, {@code people-shown}. */
	public String code() {
		return code;
	}

	/** The word in a policy file: {@code wie}, {@code namens}, {@code mensen-in-beeld}. */
	public String word() {
		return word;
	}

	/** The values it can have, by index; a yes/no fact has {@code no} (0) and {@code yes} (1). */
	public List<Value> options() {
		return options;
	}

	public boolean isYesNo() {
		return ordinal() >= CHOICES;
	}

	/** Is it a trait of what is posted? These are answered together, as one list. */
	public boolean isTrait() {
		return ordinal() >= SCHOOL_SITUATION.ordinal() && ordinal() <= INACCURATE.ordinal();
	}

	/** Doubt and derailing are told by the person, never asked. */
	public boolean isAsked() {
		return this != DOUBT && this != DERAILING;
	}

	/** What is taken for granted while nobody said; empty when every value counts as possible. */
	public Optional<Value> presumed() {
		return Optional.ofNullable(presumed);
	}

	public Value yes() {
		return option(true);
	}

	public Value no() {
		return option(false);
	}

	private Value option(boolean yes) {
		if (!isYesNo())
			throw new IllegalStateException(code + " is not answered with yes or no");
		return options.get(yes ? 1 : 0);
	}

	public Optional<Value> optionOfCode(String valueCode) {
		return options.stream().filter(v -> v.code().equals(valueCode)).findFirst();
	}

	public Optional<Value> optionOfWord(String valueWord) {
		return options.stream().filter(v -> v.word().equals(valueWord)).findFirst();
	}
}
