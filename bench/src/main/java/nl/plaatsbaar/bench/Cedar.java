package nl.plaatsbaar.bench;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.plaatsbaar.rules.Fact;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.PolicyFile;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityIdentifier;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;

/** Cedar through its Java binding, the policies of both layers parsed once and kept in one set. */
final class Cedar implements Peer {

	private final Map<String, Integer> numbers = new HashMap<>();
	private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
	private final PolicySet policies;
	private final Entities nobody = new Entities(Set.of());
	private final EntityUID person = entity("Person", "somebody");
	private final EntityUID thing = entity("Thing", "something");
	private final Map<String, EntityUID> acts = new HashMap<>();
	private final Map<String, Value> words = new HashMap<>();
	private final Value yes = new PrimBool(true);
	private final Value no = new PrimBool(false);

	Cedar(List<PolicyFile> layers, Strictest strictest) throws Exception {
		var texts = new HashSet<Policy>();
		for (int layer = 0; layer < layers.size(); layer++)
			for (var permit : CedarText.of(layers.get(layer)).entrySet()) {
				var id = layer + " " + permit.getKey();
				numbers.put(id, strictest.number(layer, permit.getKey()));
				texts.add(new Policy(permit.getValue(), id));
			}
		policies = new PolicySet(texts);
		policies.cache();
		for (var act : Fact.ACT.options())
			acts.put(act.word(), entity("Action", act.word()));
		for (var fact : Fact.values())
			for (var value : fact.options())
				words.put(value.word(), new PrimString(value.word()));
	}

	private static EntityUID entity(String type, String id) {
		return new EntityUID(EntityTypeName.parse(type).orElseThrow(), new EntityIdentifier(id));
	}

	@Override
	public BitSet holding(Facts complete) throws Exception {
		var answer = engine.isAuthorized(request(complete), policies, nobody).success.orElseThrow();
		if (!answer.getErrors().isEmpty())
			throw new IllegalStateException(answer.getErrors().toString());
		var holding = new BitSet();
		for (var id : answer.getReason())
			holding.set(numbers.get(id));
		return holding;
	}

	private AuthorizationRequest request(Facts complete) {
		var context = new HashMap<String, Value>(64);
		for (var value : complete.values())
			if (value.fact() != Fact.ACT)
				context.put(NAMES[value.fact().ordinal()], value.fact().isYesNo() ? value.index() == 1 ? yes : no : words.get(value.word()));
		return new AuthorizationRequest(person, acts.get(complete.value(Fact.ACT).word()), thing, context);
	}
}
