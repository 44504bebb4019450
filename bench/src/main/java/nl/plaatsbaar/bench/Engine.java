package nl.plaatsbaar.bench;

import java.util.List;

import nl.plaatsbaar.rules.PolicyFile;

/** The engines that are compared. */
public enum Engine {
	KIE {
		@Override
		Peer with(List<PolicyFile> layers, Strictest strictest) {
			return new Kie(layers, strictest);
		}
	},
	OPERATON_JUEL {
		@Override
		Peer with(List<PolicyFile> layers, Strictest strictest) {
			return new Operaton(layers, strictest, true);
		}
	},
	OPERATON_FEEL {
		@Override
		Peer with(List<PolicyFile> layers, Strictest strictest) {
			return new Operaton(layers, strictest, false);
		}
	},
	CEDAR {
		@Override
		Peer with(List<PolicyFile> layers, Strictest strictest) throws Exception {
			return new Cedar(layers, strictest);
		}
	};

	abstract Peer with(List<PolicyFile> layers, Strictest strictest) throws Exception;
}
