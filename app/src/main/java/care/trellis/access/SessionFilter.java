package care.trellis.access;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Resource;
import care.trellis.web.Frame;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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

    /** Where the decision finds the site of the client whose pages these are. */
    static final String LOCATED = Access.Located.class.getName();

    private static final Pattern OF_A_CLIENT =
            Pattern.compile("/clients/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?");

    private final SignInSessions sessions;
    private final SessionCookie cookie;
    private final Accounts accounts;
    private final Access access;

    SessionFilter(SignInSessions sessions, SessionCookie cookie, Accounts accounts, Access access) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.accounts = accounts;
        this.access = access;
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
                        .flatMap(token ->
                                sessions.find(
                                        token,
                                        !listens(request),
                                        session -> standing(session, request)));
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        request.setAttribute(SESSION, standing.get().session());
        var acting = standing.get().acting();
        acting.ifPresent(found -> {
            remember(found.actor());
            request.setAttribute(Frame.ORGANIZATION_NAME, found.organizationName());
        });
        return acting.map(AccountRecords.Acting::actor);
    }

    /** A session and, once every factor was shown, the account as it acts now. */
    private record Standing(
            SignInSessions.Session session, Optional<AccountRecords.Acting> acting) {}

    /** All that a request needs of who acts, and on whose pages, is read in one transaction. */
    private Standing standing(SignInSessions.Session session, HttpServletRequest request) {
        if (session.strength() != SignInSessions.Strength.FULL) {
            return new Standing(session, Optional.empty());
        }
        var client = OF_A_CLIENT.matcher(request.getRequestURI());
        if (client.matches()) {
            var resource = new Resource(Resource.Kind.CLIENT, UUID.fromString(client.group(1)));
            request.setAttribute(LOCATED, access.locate(resource));
        }
        return new Standing(session, accounts.acting(session.account()));
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
