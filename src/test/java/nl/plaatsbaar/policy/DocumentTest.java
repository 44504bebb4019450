package nl.plaatsbaar.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import nl.plaatsbaar.policy.UnreadableDocument.Reason;

class DocumentTest {

	// PDFBox tells at length what is odd about a file that was damaged on purpose.
	@BeforeAll
	static void quiet() {
		((Logger) LoggerFactory.getLogger("org.apache")).setLevel(Level.OFF);
	}

	@Test
	void headingsAndNumberedPointsOfAMarkdownTextBecomeArticlesWithTheirPath() throws Exception {
		var found = articles("""
				# Gedragscode De Zeven Bruggen

				## I. Inleiding
				Wij zijn blij met social media.

				## IV. Gebruik
				### Voor iedereen
				1. In de les leg je je telefoon weg.
				2. Je plaatst geen foto van een ander zonder te vragen.

				### Specifiek voor medewerkers
				1. Je houdt afstand tot leerlingen.
				   Ook na schooltijd.
				""");
		assertThat(found.title()).isEqualTo("Gedragscode De Zeven Bruggen");
		assertThat(numbers(found)).containsExactly("I", "IV.iedereen.1", "IV.iedereen.2", "IV.medewerkers.1");
		assertThat(found.articles().getLast()).isEqualTo(
				new FoundArticle("IV.medewerkers.1", false, "Specifiek voor medewerkers",
						"Je houdt afstand tot leerlingen.\nOok na schooltijd."));
	}

	@Test
	void aBulletWithoutANumberGetsOneThatIsMarkedAsOurs() throws Exception {
		var found = articles("""
				# Richtlijn

				## 2. Afspraken
				- Vraag altijd eerst aan de ouders.
				- Noem geen achternamen.
				""");
		assertThat(found.articles()).extracting(FoundArticle::number, FoundArticle::own)
				.containsExactly(tuple("2.1", true), tuple("2.2", true));
	}

	@Test
	void plainTextWithoutAnyMarkUpIsDividedByItsNumbersAndShortLines() throws Exception {
		var found = articles("""
				Gedragscode

				II. Doelgroep

				1. Voor leerlingen en ouders.
				2. Voor medewerkers.

				IV. Gebruik

				Voor alle gebruikers

				1. Niet in de les.

				Specifiek voor medewerkers (gedragscode)

				1. Houd afstand.
				2. Wees professioneel.
				""");
		assertThat(numbers(found)).containsExactly("II.1", "II.2", "IV.gebruikers.1", "IV.medewerkers.1", "IV.medewerkers.2");
	}

	@Test
	void aNumberThatComesTwiceInOneSectionStaysApart() throws Exception {
		var found = articles("""
				# A

				1. Een.

				Tussenregel die gewoon een zin is.

				## B
				1. Eén van B.

				# B
				1. Nog een.
				""");
		assertThat(numbers(found)).doesNotHaveDuplicates().hasSize(3);
	}

	@Test
	void theNumbersOfAWordFileAreCountedAsWordShowsThem() throws Exception {
		var word = new WordFile().numberedHeading(1, "Inleiding").prose("Wij zijn er blij mee.").numberedHeading(1, "Gebruik")
				.numberedHeading(2, "Medewerkers").point(0, "Houd afstand.").point(1, "ook online").point(1, "ook 's avonds")
				.point(0, "Wees professioneel.").numberedHeading(2, "Leerlingen").againPoint("Leg je telefoon weg.")
				.bullet("Vraag het je leraar.")
				.bytes();
		var found = Outline.of(Document.read(word).blocks());
		assertThat(numbers(found)).containsExactly("I", "II.1.1", "II.1.2", "II.2.1", "II.2.2");
		assertThat(found.articles().get(1).text()).isEqualTo("Houd afstand.\na. ook online\nb. ook 's avonds");
		assertThat(found.articles().getLast().own()).isTrue();
	}

	@Test
	void whatWasDeletedInWordWithTrackedChangesDoesNotComeBack() throws Exception {
		var word = new WordFile().changed("Foto's plaatsen mag ", "nooit", "met toestemming").bytes();
		assertThat(Document.read(word).text()).isEqualTo("Foto's plaatsen mag met toestemming");
	}

	@Test
	void aPdfIsDividedByTheSizeOfItsHeadingsAndTheWhiteBetweenItsLines() throws Exception {
		var pdf = pdf(
				List.of("18 Gedragscode", "", "14 4. Foto's", "", "11 1. Vraag altijd eerst toestemming aan", "11 de ouders van het kind.",
						"11 2. Noem geen namen.", "", "14 5. In de les", "", "11 Leg je telefoon weg."));
		var found = Outline.of(Document.read(pdf).blocks());
		assertThat(found.title()).isEqualTo("Gedragscode");
		assertThat(numbers(found)).containsExactly("4.1", "4.2", "5");
		assertThat(found.articles().getFirst().text()).isEqualTo("Vraag altijd eerst toestemming aan de ouders van het kind.");
	}

	@Test
	void aPdfWithAPasswordIsRefusedWithThatReason() throws Exception {
		try (var pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
			pdf.addPage(new PDPage());
			pdf.protect(new StandardProtectionPolicy("eigenaar", "lezer", new AccessPermission()));
			pdf.save(out);
			assertThat(reasonFor(out.toByteArray())).isEqualTo(Reason.ENCRYPTED_PDF);
		}
	}

	@Test
	void aScanWithoutLettersIsRefusedWithThatReason() throws Exception {
		assertThat(reasonFor(pdf(List.of()))).isEqualTo(Reason.SCANNED_PDF);
	}

	@Test
	void aWordFileThatUnpacksToFarTooMuchIsRefused() {
		assertThat(reasonFor(WordFile.zip("word/document.xml", " ".repeat(40 * 1024 * 1024)))).isEqualTo(Reason.TOO_LARGE_UNPACKED);
	}

	@Test
	void aWordFileThatAsksForAnotherFileOnTheServerDoesNotGetIt() {
		var curious = WordFile.zip("word/document.xml", """
				<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
				<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Artikel: &secret;</w:t></w:r></w:p></w:body></w:document>""");
		assertThat(reasonFor(curious)).isEqualTo(Reason.BROKEN_WORD);
	}

	@Test
	void aFileIsKnownByItsContentAndEveryOtherKindIsNamed() {
		assertThat(reasonFor(new byte[0])).isEqualTo(Reason.EMPTY);
		assertThat(reasonFor(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2})).isEqualTo(Reason.OLD_WORD);
		assertThat(reasonFor(WordFile.zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>")))
				.isEqualTo(Reason.OPEN_DOCUMENT);
		assertThat(reasonFor(WordFile.zip("xl/workbook.xml", "<x/>"))).isEqualTo(Reason.UNKNOWN_KIND);
		assertThat(reasonFor(new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 16})).isEqualTo(Reason.UNKNOWN_KIND);
		assertThat(reasonFor("Eén café".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.NOT_UTF8);
		assertThat(reasonFor("  \n \n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NO_TEXT);
		assertThat(reasonFor(new byte[Document.MOST_BYTES + 1])).isEqualTo(Reason.TOO_LARGE);
	}

	@Test
	void damagedFilesAreRefusedWithASentenceAndNeverWithAnythingElse() throws Exception {
		var random = new Random(20250201);
		var files = List.of(new WordFile().heading(1, "Foto's").point(0, "Vraag het eerst.").bytes(),
				pdf(List.of("14 Foto's", "11 Vraag het.")),
				"# Foto's\n1. Vraag het > eerst\n- [x](y)\n".getBytes(StandardCharsets.UTF_8));
		int refused = 0;
		for (int i = 0; i < 600; i++) {
			var damaged = files.get(i % files.size()).clone();
			for (int hits = 1 + random.nextInt(6); hits > 0; hits--)
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
			try {
				Outline.of(Document.read(damaged).blocks());
			} catch (UnreadableDocument _) {
				refused++;
			}
		}
		assertThat(refused).isPositive();
	}

	@Test
	void thousandsOfQuotesInQuotesAreStillOnlyText() throws Exception {
		assertThat(Document.read((">".repeat(20_000) + " Foto's").getBytes(StandardCharsets.UTF_8)).text()).endsWith("Foto's");
	}

	private static Outline.Found articles(String markdown) throws UnreadableDocument {
		return Outline.of(Document.read(markdown.getBytes(StandardCharsets.UTF_8)).blocks());
	}

	private static List<String> numbers(Outline.Found found) {
		return found.articles().stream().map(FoundArticle::number).toList();
	}

	private static Reason reasonFor(byte[] upload) {
		var refused = catchThrowableOfType(UnreadableDocument.class, () -> Outline.of(Document.read(upload).blocks()));
		assertThat(refused).isNotNull();
		return refused.reason();
	}

	/** Each line begins with the size of its letters; an empty line is white. */
	private static byte[] pdf(List<String> lines) throws IOException {
		try (var pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
			var page = new PDPage();
			pdf.addPage(page);
			var font = new PDType1Font(FontName.HELVETICA);
			try (var content = new PDPageContentStream(pdf, page)) {
				float y = 740;
				for (var line : lines) {
					y -= 14;
					if (line.isEmpty())
						continue;
					content.beginText();
					content.setFont(font, Float.parseFloat(line.substring(0, 2)));
					content.newLineAtOffset(60, y);
					content.showText(line.substring(3));
					content.endText();
				}
			}
			pdf.save(out);
			return out.toByteArray();
		}
	}
}
