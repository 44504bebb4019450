package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The norms of a policy as ODRL 2.2 in JSON-LD. The vocabulary of the facts is a profile of our own; warnings and open norms have no
 * place in ODRL: an open norm is a permission with the duty to weigh, a warning is left out.
 */
public final class OdrlExport {

	private static final String ODRL = "http://www.w3.org/ns/odrl.jsonld";
	private static final String VOCABULARY = "urn:plaatsbaar:vocabulary:";

	private OdrlExport() {}

	/** The policy, as a JSON-LD document. */
	public static String write(PolicyFile policy) {
		var uid = "urn:plaatsbaar:policy:%s:%s".formatted(policy.id(), policy.version());
		var document = new LinkedHashMap<String, Object>();
		document.put("@context", List.of(ODRL, Map.of("pb", VOCABULARY), Map.of("dct", "http://purl.org/dc/terms/")));
		document.put("@type", "Set");
		document.put("uid", uid);
		document.put("profile", "urn:plaatsbaar:odrl-profile");
		document.put("dct:title", policy.title());
		document.put("dct:valid",
				"start=%s%s".formatted(policy.version(), policy.validUntil() == null ? "" : "; end=" + policy.validUntil()));
		document.put("conflict", "prohibit");
		var permissions = new ArrayList<Object>();
		var prohibitions = new ArrayList<Object>();
		var obligations = new ArrayList<Object>();
		for (var entry : Entry.of(policy, new Reach(policy), 0))
			if (!entry.isScope() && !entry.region().isEmpty())
				switch (entry.effect()) {
					case FORBIDDEN -> prohibitions.add(rule(uid, entry, "pb:act"));
					case ALLOWED -> permissions.add(rule(uid, entry, "pb:act"));
					case PERMISSION_NEEDED -> permissions.add(withDuty(uid, entry, duty("obtainConsent", "consentingParty", entry)));
					case JUDGEMENT -> permissions.add(withDuty(uid, entry, duty("pb:weigh", "pb:weighedBy", entry)));
					case DUTY -> obligations.add(rule(uid, entry, "pb:duty"));
					case TELL -> obligations.add(telling(uid, entry));
					case WARNING, EXEMPTION, OUT_OF_SCOPE, GAP -> {
					}
				}
		put(document, "permission", permissions);
		put(document, "prohibition", prohibitions);
		put(document, "obligation", obligations);
		return Json.write(document);
	}

	private static void put(Map<String, Object> document, String key, List<Object> rules) {
		if (!rules.isEmpty())
			document.put(key, rules);
	}

	private static Map<String, Object> rule(String uid, Entry entry, String action) {
		var reason = entry.reason();
		var rule = new LinkedHashMap<String, Object>();
		rule.put("uid", uid + ":" + entry.id());
		rule.put("target", "pb:communication");
		rule.put("action", action);
		if (reason != null)
			rule.put("dct:description", Sentences.folded(reason.sentence()));
		rule.put("constraint", constraints(entry.region()));
		return rule;
	}

	private static Map<String, Object> withDuty(String uid, Entry entry, Map<String, Object> duty) {
		var rule = rule(uid, entry, "pb:act");
		rule.put("duty", List.of(duty));
		return rule;
	}

	private static Map<String, Object> telling(String uid, Entry entry) {
		var rule = rule(uid, entry, "inform");
		rule.put("informedParty", parties(entry));
		return rule;
	}

	private static Map<String, Object> duty(String action, String function, Entry entry) {
		var duty = new LinkedHashMap<String, Object>();
		duty.put("action", action);
		if (!entry.authorities().isEmpty())
			duty.put(function, parties(entry));
		return duty;
	}

	private static List<String> parties(Entry entry) {
		return entry.authorities().stream().map(authority -> "pb:authority-" + authority.code()).toList();
	}

	/** One box is a list of constraints that all hold; more boxes are alternatives. */
	private static List<Object> constraints(Region region) {
		if (region.boxes().size() == 1)
			return constraints(region.boxes().getFirst());
		List<Object> alternatives = new ArrayList<>();
		region.boxes().forEach(box -> alternatives.add(Map.of("and", constraints(box))));
		return List.of(Map.of("or", alternatives));
	}

	private static List<Object> constraints(Box box) {
		List<Object> constraints = new ArrayList<>();
		for (var fact : Fact.ALL)
			if (!box.leavesOpen(fact)) {
				var constraint = new LinkedHashMap<String, Object>();
				constraint.put("leftOperand", "pb:" + fact.code());
				constraint.put("operator", "isAnyOf");
				constraint.put("rightOperand", fact.options().stream().filter(value -> (box.allowed(fact) >>> value.index() & 1) != 0)
						.map(value -> Map.of("@id", "pb:" + fact.code() + "-" + value.code())).toList());
				constraints.add(constraint);
			}
		return constraints;
	}
}
