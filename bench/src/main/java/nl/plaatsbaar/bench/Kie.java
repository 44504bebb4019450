package nl.plaatsbaar.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import nl.plaatsbaar.rules.DmnExport;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.PolicyFile;

import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Apache KIE reads our DMN export: one table for the law and one for the policy, both asked for every situation. */
final class Kie implements Peer {

	private final Strictest strictest;
	private final List<DMNRuntime> runtimes = new ArrayList<>();
	private final List<DMNModel> models = new ArrayList<>();

	Kie(List<PolicyFile> layers, Strictest strictest) {
		this.strictest = strictest;
		for (var layer : layers) {
			var resource = ResourceFactory.newByteArrayResource(DmnExport.write(layer).getBytes(StandardCharsets.UTF_8));
			resource.setSourcePath(layer.id() + ".dmn");
			var runtime = DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(resource))
					.getOrElseThrow(IllegalStateException::new);
			runtimes.add(runtime);
			models.add(runtime.getModels().getFirst());
		}
	}

	@Override
	public BitSet holding(Facts complete) {
		var holding = new BitSet();
		var told = Peer.map(complete);
		for (int layer = 0; layer < models.size(); layer++) {
			var context = runtimes.get(layer).newContext();
			told.forEach(context::set);
			var result = runtimes.get(layer).evaluateByName(models.get(layer), context, "regels");
			if (result.hasErrors())
				throw new IllegalStateException(result.getMessages().toString());
			if (result.getDecisionResultByName("regels").getResult() instanceof List<?> rows)
				for (var row : rows)
					holding.set(strictest.number(layer, ((Map<?, ?>) row).get("regel")));
		}
		return holding;
	}
}
