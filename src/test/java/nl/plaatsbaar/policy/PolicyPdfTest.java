package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import nl.plaatsbaar.Clause;
import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.Site;

@PlaatsbaarTest
@Clause("OBO-META")
class PolicyPdfTest {

	@Autowired
	Site site;

	@Test
	void aScreenReaderCanReadThePolicyOnPaper() throws Exception {
		try (var pdf = pdf("/scholen/de-vlieger/beleid/pdf")) {
			var catalog = pdf.getDocumentCatalog();
			assertThat(catalog.getLanguage()).isEqualTo("nl");
			assertThat(catalog.getMarkInfo().isMarked()).isTrue();
			assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
			assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Gedragscode Social Media OSVS");
			assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8)).contains("pdfuaid:part");
			var root = catalog.getStructureTreeRoot();
			assertThat(count(root, "H1")).isEqualTo(1);
			assertThat(count(root, "H2")).isGreaterThan(3);
			assertThat(count(root, "H3")).isGreaterThan(30);
			assertThat(count(root, "LI")).isGreaterThan(20);
			assertThat(count(root, "TH")).isGreaterThan(3);
		}
	}

	@Test
	void theLettersAreInTheFile() throws Exception {
		try (var pdf = pdf("/openbaar/beleid/kom-leren-2014/pdf")) {
			for (var page : pdf.getPages())
				for (COSName name : page.getResources().getFontNames())
					assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
		}
	}

	@Test
	void itSaysWhatThePageSays() throws Exception {
		try (var pdf = pdf("/scholen/de-vlieger/beleid/pdf")) {
			var text = new PDFTextStripper().getText(pdf);
			assertThat(text).contains("Beleid van OBS De Vlieger", "17 december 2024", "Geen WhatsApp met leerlingen", "Vrienden",
					"Niet doen");
			assertThat(text).doesNotContain("#").doesNotContain("??");
		}
	}

	@Test
	void everyExampleFitsOnPaper() throws Exception {
		for (var policy : new String[]{"obo-west-brabant-2013", "praktijkonderwijs-roermond-2015", "meander-2021", "wet"})
			try (var pdf = pdf("/openbaar/beleid/" + policy + "/pdf")) {
				assertThat(pdf.getNumberOfPages()).as(policy).isBetween(2, 40);
			}
	}

	private PDDocument pdf(String path) throws IOException, InterruptedException {
		var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(site.address() + path)).build(),
				HttpResponse.BodyHandlers.ofByteArray());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
		return Loader.loadPDF(answer.body());
	}

	private static int count(PDStructureNode node, String tag) {
		int found = node instanceof PDStructureElement element && tag.equals(element.getStructureType()) ? 1 : 0;
		for (var kid : node.getKids())
			if (kid instanceof PDStructureNode below)
				found += count(below, tag);
		return found;
	}
}
