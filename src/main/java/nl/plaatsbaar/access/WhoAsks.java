package nl.plaatsbaar.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers the {@link Actor}, and stands {@link Door} in front of every one of them. */
@Configuration(proxyBeanMethods = false)
class WhoAsks implements WebMvcConfigurer {

	private final Visit visit;
	private final Door door;

	WhoAsks(Visit visit, Door door) {
		this.visit = visit;
		this.door = door;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(door);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ActorParameter());
	}

	private final class ActorParameter implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.nestedIfOptional().getNestedParameterType() == Actor.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web,
				@Nullable WebDataBinderFactory binder) {
			var actor = visit.actor(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
			return parameter.getParameterType() == Optional.class ? actor : actor.orElseThrow(Door.SignInFirst::new);
		}
	}
}
