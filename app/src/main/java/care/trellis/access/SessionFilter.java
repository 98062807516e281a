package care.trellis.access;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the session cookie into the actor and the organization of this request. The account is read
 * anew each time, so a lock or a role taken away works at the next click.
 */
final class SessionFilter extends OncePerRequestFilter {

    /** Where the sign-in pages find a session that still lacks its second factor. */
    static final String SESSION = "care.trellis.access.session";

    private final SignInSessions sessions;
    private final SessionCookie cookie;
    private final Accounts accounts;

    SessionFilter(SignInSessions sessions, SessionCookie cookie, Accounts accounts) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor =
                SecurityContextHolder.getContext().getAuthentication() == null
                        ? actor(request)
                        : given();
        if (actor.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            OrganizationContext.call(
                    actor.get().organization(),
                    () -> {
                        chain.doFilter(request, response);
                        return null;
                    });
        } catch (ServletException | IOException | RuntimeException expected) {
            throw expected;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    private Optional<Actor> given() {
        return RequiresInterceptor.signedIn();
    }

    private Optional<Actor> actor(HttpServletRequest request) {
        var standing =
                cookie.read(request)
                        .flatMap(token -> sessions.find(token, !listens(request), this::standing));
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        request.setAttribute(SESSION, standing.get().session());
        var actor = standing.get().actor();
        actor.ifPresent(SessionFilter::remember);
        return actor;
    }

    /** A session and, once every factor was shown, the account as it acts now. */
    private record Standing(SignInSessions.Session session, Optional<Actor> actor) {}

    private Standing standing(SignInSessions.Session session) {
        return new Standing(
                session,
                session.strength() == SignInSessions.Strength.FULL
                        ? accounts.actor(session.account())
                        : Optional.empty());
    }

    private static void remember(Actor actor) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        actor, null, java.util.List.of()));
        SecurityContextHolder.setContext(context);
    }

    /** A page that waits for news, or refreshes itself, is not a person doing something. */
    private static boolean listens(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "true".equals(request.getHeader("Trellis-Background"))
                || (accept != null && accept.startsWith("text/event-stream"));
    }

    /** The end of a stream of news is a dispatch of its own, and has to be somebody's too. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/fonts/")
                || path.startsWith("/vendor/")
                || path.endsWith(".svg");
    }
}
