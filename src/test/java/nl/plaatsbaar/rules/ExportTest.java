package nl.plaatsbaar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What leaves the house in another notation still says the same. */
class ExportTest {

	static Stream<Path> files() throws IOException {
		return BundledPoliciesTest.files();
	}

	/** Two engines, one answer: Apache KIE reads the exported table and is asked the same questions. */
	@ParameterizedTest
	@MethodSource("files")
	void anotherEngineReadsTheDmnTableAsWeDo(Path file) throws IOException {
		sameAsKie(BundledPoliciesTest.read(file), 2_500, new SplittableRandom(file.hashCode()));
	}

	@Test
	void anotherEngineReadsPoliciesByChanceAsWeDo() {
		var random = new SplittableRandom(21);
		for (int i = 0; i < 8; i++)
			sameAsKie(RandomPolicies.policy(random, Layer.POLICY, 12), 250, random);
	}

	private static void sameAsKie(PolicyFile policy, int times, SplittableRandom random) {
		var rules = RuleSet.of(policy);
		var kie = kie(DmnExport.write(policy));
		var model = kie.getModels().getFirst();
		for (int i = 0; i < times; i++) {
			var facts = RandomFacts.complete(random);
			var context = kie.newContext();
			facts.values().forEach(
					value -> context.set(DmnExport.name(value.fact()), value.fact().isYesNo() ? facts.isYes(value.fact()) : value.word()));
			var result = kie.evaluateAll(model, context);
			assertThat(result.hasErrors()).as(() -> result.getMessages().toString()).isFalse();
			var verdict = rules.judge(facts);
			assertThat(result.getDecisionResultByName("uitkomst").getResult()).as(facts.toString()).isEqualTo(verdict.outcome().word());
			assertThat(cited(result.getDecisionResultByName("regels").getResult(), verdict.outcome())).as(facts.toString())
					.isEqualTo(verdict.cited().map(Reason::rule).filter(rule -> rule.contains("/"))
							.collect(Collectors.toCollection(TreeSet::new)));
		}
	}

	/** What was collected, without the rules that a stricter one outdoes. */
	private static Set<String> cited(Object collected, Outcome outcome) {
		var cited = new TreeSet<String>();
		for (var row : (List<?>) collected) {
			var columns = (Map<?, ?>) row;
			var effect = String.valueOf(columns.get("oordeel"));
			boolean decides = Effect.ofWord(effect).filter(Effect::decides).isPresent();
			if (!effect.equals(DmnExport.INSIDE) && (!decides || effect.equals(outcome.word())))
				cited.add(String.valueOf(columns.get("regel")));
		}
		return cited;
	}

	private static DMNRuntime kie(String dmn) {
		var resource = ResourceFactory.newByteArrayResource(dmn.getBytes(StandardCharsets.UTF_8));
		resource.setSourcePath("beleid.dmn");
		return DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(resource))
				.getOrElseThrow(IllegalStateException::new);
	}

	@ParameterizedTest
	@MethodSource("files")
	void theDmnFileFollowsItsSchema(Path file) throws Exception {
		var schema = Objects.requireNonNull(DMNRuntime.class.getResource("/org/omg/spec/DMN/20191111/DMN13.xsd"));
		SchemaFactory.newDefaultInstance().newSchema(schema).newValidator()
				.validate(new StreamSource(new StringReader(DmnExport.write(BundledPoliciesTest.read(file)))));
	}

	@ParameterizedTest
	@MethodSource("files")
	void theTextAsAkomaNtosoHasEveryArticleOnceAndAllThatTheStandardAsks(Path file) throws Exception {
		var policy = BundledPoliciesTest.read(file);
		var document = parsed(AkomaNtosoExport.write(policy));
		assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("http://docs.oasis-open.org/legaldocml/ns/akn/3.0");
		for (var level : List.of("FRBRWork", "FRBRExpression", "FRBRManifestation")) {
			assertThat(all(document, level)).hasSize(1);
			for (var needed : List.of("FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor"))
				assertThat(all(document, level).getFirst().getElementsByTagName(needed).getLength()).as(level + "/" + needed).isEqualTo(1);
		}
		var articles = all(document, "article");
		assertThat(articles).extracting(article -> article.getAttribute("eId")).doesNotHaveDuplicates()
				.containsExactlyElementsOf(policy.articles().stream().map(article -> "art_" + article.number()).toList());
		for (int i = 0; i < articles.size(); i++)
			assertThat(Sentences.folded(all(articles.get(i), "content").getFirst().getTextContent()))
					.isEqualTo(Sentences.folded(policy.articles().get(i).text()));
		var ids = new HashSet<String>();
		for (var element : all(document, "*"))
			if (element.hasAttribute("eId"))
				assertThat(ids.add(element.getAttribute("eId"))).as(element.getAttribute("eId")).isTrue();
	}

	private static Document parsed(String xml) throws Exception {
		var factory = DocumentBuilderFactory.newDefaultNSInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
	}

	private static List<Element> all(Document in, String name) {
		return all(in.getDocumentElement(), name);
	}

	private static List<Element> all(Element in, String name) {
		var nodes = in.getElementsByTagName(name);
		return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
	}

	@ParameterizedTest
	@MethodSource("files")
	void theNormsAsOdrlHaveEveryRuleOnceInTheRightKind(Path file) throws IOException {
		var policy = BundledPoliciesTest.read(file);
		var odrl = new ObjectMapper().readTree(OdrlExport.write(policy));
		assertThat(odrl.get("@context").get(0).asString()).isEqualTo("http://www.w3.org/ns/odrl.jsonld");
		assertThat(odrl.get("@type").asString()).isEqualTo("Set");
		var uid = odrl.get("uid").asString();
		var expected = new TreeSet<String>();
		for (var rule : policy.rules())
			kind(rule.effect()).ifPresent(kind -> expected.add(kind + " " + uid + ":" + rule.id()));
		var written = new TreeSet<String>();
		for (var kind : List.of("permission", "prohibition", "obligation"))
			if (odrl.has(kind))
				for (var rule : odrl.get(kind)) {
					written.add(kind + " " + rule.get("uid").asString());
					assertThat(rule.get("constraint")).isNotEmpty();
					assertThat(rule.get("action").asString()).isNotBlank();
				}
		assertThat(written).isEqualTo(expected);
	}

	private static Optional<String> kind(Effect effect) {
		return switch (effect) {
			case FORBIDDEN -> Optional.of("prohibition");
			case PERMISSION_NEEDED, JUDGEMENT, ALLOWED -> Optional.of("permission");
			case DUTY, TELL -> Optional.of("obligation");
			case WARNING, EXEMPTION, OUT_OF_SCOPE, GAP -> Optional.empty();
		};
	}

	@Test
	void permissionInOdrlNamesWhoMustConsent() throws Exception {
		var policy = RandomPolicies
				.read("""
						beleid: foto
						titel: Foto "klas" \\ groep
						laag: beleid
						versie: 2026-01-01
						artikelen:
						- nr: a
						  tekst: eerst vragen
						  regels:
						  - { id: a, zin: eerst vragen, oordeel: toestemming-nodig, van: [ouders, leerling], als: { doet: plaatsen, mensen-in-beeld: ja } }
						""");
		JsonNode permission = new ObjectMapper().readTree(OdrlExport.write(policy)).get("permission").get(0);
		assertThat(permission.get("duty").get(0).get("action").asString()).isEqualTo("obtainConsent");
		assertThat(permission.get("duty").get(0).get("consentingParty")).extracting(JsonNode::asString)
				.containsExactly("pb:authority-parents", "pb:authority-pupil");
		assertThat(permission.get("constraint")).extracting(constraint -> constraint.get("leftOperand").asString())
				.containsExactly("pb:act", "pb:people-shown");
	}
}
