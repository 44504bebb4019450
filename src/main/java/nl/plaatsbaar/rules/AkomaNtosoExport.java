package nl.plaatsbaar.rules;

import java.time.LocalDate;
import java.util.List;

import nl.plaatsbaar.rules.PolicyFile.Article;

/** The text of a policy as Akoma Ntoso 1.0 (OASIS LegalDocML 3.0): articles with their numbers, and the adoption; no rules. */
public final class AkomaNtosoExport {

	private static final String AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

	private final PolicyFile policy;
	private final Xml xml = new Xml(AKN, "akomaNtoso");

	private AkomaNtosoExport(PolicyFile policy) {
		this.policy = policy;
	}

	/** The document, as XML. */
	public static String write(PolicyFile policy) {
		var export = new AkomaNtosoExport(policy);
		export.document();
		return export.xml.finish();
	}

	private void document() {
		xml.open("act", "name", "beleid", "contains", "singleVersion");
		meta();
		xml.open("preface").open("longTitle").text("p", policy.title()).close();
		if (policy.remark() != null)
			xml.text("p", Sentences.folded(policy.remark()));
		xml.close().open("body");
		policy.articles().forEach(this::article);
		xml.close();
		if (!policy.adoption().isEmpty()) {
			xml.open("conclusions");
			policy.adoption().forEach(step -> xml.text("p", "%s: %s, %s".formatted(step.body(), step.kind(), step.on())));
			xml.close();
		}
		xml.close();
	}

	private void meta() {
		var work = "/akn/nl/act/beleid/%s/%s".formatted(policy.version(), policy.id());
		var expression = work + "/nld@" + policy.version();
		xml.open("meta").open("identification", "source", "#eigenaar");
		level("FRBRWork", work, "/!main").empty("FRBRcountry", "value", "nl").close();
		level("FRBRExpression", expression, "/!main").empty("FRBRlanguage", "language", "nld").close();
		level("FRBRManifestation", expression, "/!main.xml").empty("FRBRformat", "value", "application/akn+xml").close();
		xml.close();
		lifecycle();
		xml.open("references", "source", "#eigenaar")
				.empty("TLCOrganization", "eId", "eigenaar", "href", "/akn/ontology/organization/nl/" + policy.id(),
						"showAs", owner())
				.close();
		xml.close();
	}

	private String owner() {
		if (policy.owner() != null)
			return policy.owner();
		return policy.organisation() == null ? policy.title() : policy.organisation();
	}

	private Xml level(String name, String uri, String part) {
		return xml.open(name).empty("FRBRthis", "value", uri + part).empty("FRBRuri", "value", uri)
				.empty("FRBRdate", "date", policy.version().toString(), "name", "inwerkingtreding")
				.empty("FRBRauthor", "href", "#eigenaar");
	}

	/** Only steps with a day: the standard knows no months. */
	private void lifecycle() {
		xml.open("lifecycle", "source", "#eigenaar");
		event("inwerkingtreding", policy.version(), "generation");
		int number = 1;
		for (var step : policy.adoption())
			if (step.on() instanceof LocalDate day)
				event("vaststelling_" + number++, day, "amendment");
		if (policy.validUntil() != null)
			event("einde", policy.validUntil(), "repeal");
		xml.close();
	}

	private void event(String id, LocalDate on, String type) {
		xml.empty("eventRef", "eId", id, "date", on.toString(), "source", "#eigenaar", "type", type);
	}

	private void article(Article article) {
		xml.open("article", "eId", "art_" + article.number());
		xml.text("num", article.ownNumber() ? "[" + article.number() + "]" : article.number());
		if (article.heading() != null)
			xml.text("heading", article.heading());
		xml.open("content");
		for (var paragraph : paragraphs(article))
			xml.text("p", paragraph);
		xml.close().close();
	}

	private static List<String> paragraphs(Article article) {
		return List.of(article.text().split("\\n\\s*\\n")).stream().map(Sentences::folded).filter(text -> !text.isEmpty()).toList();
	}
}
