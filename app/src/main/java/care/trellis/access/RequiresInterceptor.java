package care.trellis.access;

import care.trellis.base.Actor;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.Resource;
import care.trellis.base.SignedOut;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Asks for the decision before every handler. A handler that says neither what it requires nor that
 * it is open is not found, and so is everything that the decision refuses. The error page itself is
 * not asked again: it says no already.
 */
@Component
class RequiresInterceptor implements HandlerInterceptor {

    /** Where the handler's argument finds the permit. */
    static final String PERMIT = Permit.class.getName();

    private final Access access;

    RequiresInterceptor(Access access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR
                || !(handler instanceof HandlerMethod method)
                || method.hasMethodAnnotation(SignedOut.class)) {
            return true;
        }
        var requires = method.getMethodAnnotation(Requires.class);
        var actor = signedIn();
        if (requires == null || actor.isEmpty()) {
            throw new NotFound();
        }
        var permit =
                access.decide(
                                actor.get(),
                                requires.value(),
                                requires.purpose(),
                                resource(requires, request),
                                (Access.Located) request.getAttribute(SessionFilter.LOCATED))
                        .orElseThrow(NotFound::new);
        request.setAttribute(PERMIT, permit);
        return true;
    }

    /** The account that signed in with every factor, where there is one. */
    static Optional<Actor> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    private static @Nullable Resource resource(Requires requires, HttpServletRequest request) {
        if (!requires.client().isEmpty()) {
            return new Resource(Resource.Kind.CLIENT, variable(requires.client(), request));
        }
        if (!requires.session().isEmpty()) {
            return new Resource(Resource.Kind.SESSION, variable(requires.session(), request));
        }
        if (!requires.site().isEmpty()) {
            return new Resource(Resource.Kind.SITE, variable(requires.site(), request));
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static UUID variable(String name, HttpServletRequest request) {
        var variables =
                (Map<String, String>)
                        request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        try {
            return UUID.fromString(String.valueOf(variables.get(name)));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
