package nl.plaatsbaar.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import nl.plaatsbaar.rules.DmnExport;
import nl.plaatsbaar.rules.Facts;
import nl.plaatsbaar.rules.PolicyFile;

import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Operaton reads the same tables, with its default FEEL or with its older one. */
final class Operaton implements Peer {

	private final Strictest strictest;
	private final DmnEngine engine;
	private final List<DmnDecision> tables = new ArrayList<>();

	Operaton(List<PolicyFile> layers, Strictest strictest, boolean older) {
		this.strictest = strictest;
		var configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
		configuration.enableFeelLegacyBehavior(older);
		engine = configuration.buildEngine();
		for (var layer : layers)
			tables.add(
					engine.parseDecision("regels", new ByteArrayInputStream(DmnExport.write(layer).getBytes(StandardCharsets.UTF_8))));
	}

	@Override
	public BitSet holding(Facts complete) {
		var holding = new BitSet();
		var told = Peer.map(complete);
		for (int layer = 0; layer < tables.size(); layer++)
			for (var row : engine.evaluateDecisionTable(tables.get(layer), told))
				holding.set(strictest.number(layer, row.getEntry("regel")));
		return holding;
	}
}
