package care.trellis.access;

import care.trellis.access.LinkRecords.Kind;
import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for those who hold a one-time link and are not signed in yet. */
@Service
public class Invitations {

    /**
     * What a link opens.
     *
     * @param setsPassword a new password is chosen; otherwise the standing one is asked
     * @param joining the person comes for the first time
     */
    public record Opening(String email, String name, boolean setsPassword, boolean joining) {

        /** Names no person: logs may hold it. */
        @Override
        public String toString() {
            return "Opening[]";
        }
    }

    private final TransactionTemplate transaction;
    private final LinkRecords links;
    private final CredentialRecords credentials;
    private final Passwords passwords;
    private final SignInSessions sessions;
    private final Audit audit;

    Invitations(
            TransactionTemplate transaction,
            LinkRecords links,
            CredentialRecords credentials,
            Passwords passwords,
            SignInSessions sessions,
            Audit audit) {
        this.transaction = transaction;
        this.links = links;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** What the link opens, or nothing where it is wrong, used, expired or the account locked. */
    public Optional<Opening> find(String token) {
        return organization(token)
                .flatMap(organization ->
                        OrganizationContext.in(
                                organization, () -> transaction.execute(status -> opening(token))));
    }

    /**
     * Takes the link: sets the password, or after a lost factor asks for the standing one and
     * removes the factor. The second factor is set up at the sign-in that follows.
     */
    public Change<AccountId> take(String token, String password) {
        var taken = takeStanding(token, password);
        return switch (taken) {
            case Change.Done<Standing>(var standing) ->
                    new Change.Done<>(new AccountId(standing.account()));
            case Change.Refused<Standing>(var problems) -> new Change.Refused<>(problems);
        };
    }

    Change<Standing> takeStanding(String token, String password) {
        return organization(token)
                .map(organization ->
                        OrganizationContext.in(organization, () -> takeInside(token, password)))
                .orElseGet(Invitations::gone);
    }

    private Change<Standing> takeInside(String token, String password) {
        var link = transaction.execute(status -> links.find(token));
        var standing =
                link.flatMap(
                        it -> transaction.execute(status -> credentials.standing(it.account())));
        if (standing.isEmpty() || standing.get().locked()) {
            return gone();
        }
        return link.get().kind() == Kind.FACTOR_RESET
                ? removeFactor(token, standing.get(), password)
                : setPassword(token, link.get().kind(), standing.get(), password);
    }

    private Change<Standing> setPassword(
            String token, Kind kind, Standing standing, String password) {
        var problems = passwords.problems(password, standing.email(), standing.name());
        if (!problems.none()) {
            return problems.refused();
        }
        String hash = passwords.hash(password);
        return transaction.execute(status -> {
            if (!links.use(token)) {
                return gone();
            }
            credentials.setPassword(standing.account(), hash);
            return taken(standing, kind == Kind.INVITATION ? "JOINED" : "PASSWORD_SET");
        });
    }

    private Change<Standing> removeFactor(String token, Standing standing, String password) {
        if (!passwords.matches(password, standing.passwordHash())) {
            transaction.executeWithoutResult(status ->
                    credentials.countFailure(standing.account(), SignIn.ALLOWED_FAILURES));
            return Change.refused("password", "PASSWORD_WRONG", "This is not your password.");
        }
        return transaction.execute(status -> {
            if (!links.use(token)) {
                return gone();
            }
            credentials.setSecret(standing.account(), null);
            credentials.replaceRecoveryCodes(standing.account(), java.util.List.of());
            return taken(standing, "FACTOR_REMOVED");
        });
    }

    private Change<Standing> taken(Standing standing, String what) {
        sessions.endAll(standing.organization(), standing.account());
        audit.record(standing.own(), "access.account", standing.account(), null, what);
        return new Change.Done<>(credentials.standing(standing.account()).orElseThrow());
    }

    private Optional<Opening> opening(String token) {
        return links.find(token)
                .flatMap(link ->
                        credentials
                                .standing(link.account())
                                .filter(it -> !it.locked())
                                .map(it ->
                                        new Opening(
                                                it.email(),
                                                it.name(),
                                                link.kind() != Kind.FACTOR_RESET,
                                                link.kind() == Kind.INVITATION)));
    }

    private static <T> Change<T> gone() {
        return Change.refused(
                "",
                "LINK_GONE",
                "This link is used up or too old. Ask your administrator for a new one.");
    }

    private static Optional<OrganizationId> organization(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != 48) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new OrganizationId(new UUID(buffer.getLong(), buffer.getLong())));
        } catch (IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }
}
