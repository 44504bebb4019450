package nl.plaatsbaar.organisation;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import nl.plaatsbaar.access.DemoCast;
import nl.plaatsbaar.access.Role;
import nl.plaatsbaar.access.Tenancy;

/**
 * The demo: the board Stichting De Zeven Bruggen with the people of {@code demo/cast.yaml}, there as soon as this bean is. A
 * module with demo data of its own asks for this bean first. Exists only when {@code plaatsbaar.demo} is true.
 */
@Component
@ConditionalOnBooleanProperty("plaatsbaar.demo")
public class DemoBoard implements DemoCast {

	private static final CastIds IDS = new CastIds(0);

	private final CastFile cast = CastFile.read();

	private final RoleTitles titles;

	DemoBoard(Tenancy tenancy, TransactionTemplate transaction, Organisation organisation, Founding founding, RoleTitles titles) {
		this.titles = titles;
		tenancy.as(IDS.board(), () -> transaction.executeWithoutResult(_ -> {
			if (!organisation.boards().contains(IDS.board()))
				founding.found(cast, IDS);
		}));
	}

	public static UUID board() {
		return IDS.board();
	}

	/** By the key of the file, such as {@code de-vlieger}; that is its slug as well. */
	public static UUID school(String key) {
		return IDS.school(key);
	}

	/** By the keys of the file, such as {@code de-vlieger} and {@code 6A}. */
	public static UUID group(String school, String name) {
		return IDS.group(school, name);
	}

	/** By the key of the file, such as {@code samira}. */
	public static UUID person(String key) {
		return IDS.person(key);
	}

	@Override
	public List<Face> faces() {
		return cast.people().values().stream().filter(member -> Founding.mayHaveAnAccount(cast, member)).map(this::face).toList();
	}

	private Face face(CastFile.Member member) {
		var place = cast.schools().get(member.at());
		return new Face(IDS.board(), IDS.person(member.key()), Founding.said(member.name()), inWords(member),
				place == null ? cast.board() : place.name());
	}

	private String inWords(CastFile.Member member) {
		if (member.group() != null)
			return word(Role.PUPIL) + " " + member.group();
		var works = member.parts().stream().filter(part -> part.role() != Role.EMPLOYEE)
				.map(part -> part.group() == null ? word(part.role()) : word(part.role()) + " " + part.group());
		var cares = cast.people().values().stream().flatMap(child -> child.guardians().stream()
				.filter(care -> care.guardian().equals(member.key())).map(care -> care(care, child)));
		return Stream.concat(works, cares).distinct().collect(Collectors.joining(", "));
	}

	private static String care(CastFile.Care care, CastFile.Member child) {
		var what = switch (care.kind()) {
			case PARENT -> care.authority() ? "ouder" : "ouder zonder gezag";
			case GUARDIAN -> "voogd";
			case REPRESENTATIVE -> "vertegenwoordiger";
		};
		return what + " van " + child.name().first();
	}

	private String word(Role role) {
		return titles.usual(role, DUTCH);
	}

	private static final Locale DUTCH = Locale.forLanguageTag("nl");
}
