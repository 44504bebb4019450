package nl.plaatsbaar.web;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The files of the look. A template asks for {@code @{/css/plaatsbaar.css}} and gets an address with a fingerprint of the content
 * in it, and so do the fonts inside the CSS: a browser may keep the file for a year and still sees every change at once.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

	private static final CacheControl FOR_A_YEAR = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	// False while working on the CSS: then a change shows without a new start.
	private final boolean remember;

	StaticFiles(@Value("${spring.web.resources.chain.cache:true}") boolean remember) {
		this.remember = remember;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry files) {
		for (var folder : List.of("css", "js", "vendor"))
			fingerprinted(files, "/%s/**".formatted(folder), "classpath:/static/%s/".formatted(folder));
		fingerprinted(files, "/*.svg", "classpath:/static/");
	}

	private void fingerprinted(ResourceHandlerRegistry files, String address, String folder) {
		files.addResourceHandler(address).addResourceLocations(folder).setCacheControl(FOR_A_YEAR).resourceChain(remember)
				.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
				.addTransformer(new CssLinkResourceTransformer());
	}

	@Bean
	ResourceUrlEncodingFilter fingerprintsInTemplates() {
		return new ResourceUrlEncodingFilter();
	}
}
