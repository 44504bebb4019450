package nl.plaatsbaar.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import nl.plaatsbaar.organisation.School;

/**
 * A policy on paper, as a PDF that a screen reader can read too (PDF/UA): tagged, in a language, with a title, the letters inside. It
 * fetches nothing: letters and style come from the program itself.
 */
@Component
class PolicyPdf {

	/** Making one takes half a second of hard work, and everybody may ask. */
	private static final int MOST_KEPT = 100;

	private final ITemplateEngine templates;
	private final String style;
	/** By the digest of what is on it. */
	private final ConcurrentHashMap<String, byte[]> kept = new ConcurrentHashMap<>();

	static {
		XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
	}

	PolicyPdf(ITemplateEngine templates) throws IOException {
		this.templates = templates;
		style = new ClassPathResource("policy/paper.css").getContentAsString(StandardCharsets.UTF_8);
	}

	byte[] of(VersionView view, @Nullable VersionView additions, @Nullable School school, Locale locale) {
		var model = new HashMap<String, Object>();
		model.put("view", view);
		model.put("additions", additions);
		model.put("school", school);
		var html = templates.process("policy/paper", new Context(locale, model)).replace("</head>", "<style>" + style + "</style></head>");
		if (kept.size() >= MOST_KEPT)
			kept.clear();
		return kept.computeIfAbsent(Bundled.digest(html), _ -> rendered(html));
	}

	private static byte[] rendered(String html) {
		try (var out = new ByteArrayOutputStream()) {
			var pdf = new PdfRendererBuilder().useFastMode().usePdfUaAccessibility(true).usePdfVersion(1.7f).withProducer("Plaatsbaar")
					.useUriResolver((_, _) -> null).withHtmlContent(html, null).toStream(out);
			pdf.useFont(letters("atkinson-latin-400"), "Atkinson", 400, FontStyle.NORMAL, true)
					.useFont(letters("atkinson-latin-700"), "Atkinson", 700, FontStyle.NORMAL, true)
					.useFont(letters("atkinson-latin-400-italic"), "Atkinson", 400, FontStyle.ITALIC, true)
					.useFont(letters("atkinson-latin-ext-400"), "Atkinson Ext", 400, FontStyle.NORMAL, true)
					.useFont(letters("atkinson-latin-ext-700"), "Atkinson Ext", 700, FontStyle.NORMAL, true)
					.useFont(letters("bricolage-latin-700"), "Bricolage", 700, FontStyle.NORMAL, true)
					.useFont(letters("bricolage-latin-ext-700"), "Bricolage Ext", 700, FontStyle.NORMAL, true);
			pdf.run();
			return out.toByteArray();
		} catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static FSSupplier<InputStream> letters(String file) {
		return () -> {
			try {
				return new ClassPathResource("policy/fonts/" + file + ".ttf").getInputStream();
			} catch (IOException missing) {
				throw new UncheckedIOException(missing);
			}
		};
	}
}
