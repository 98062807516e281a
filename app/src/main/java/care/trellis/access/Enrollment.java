package care.trellis.access;

import care.trellis.access.SignInSessions.Session;
import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Setting up the second factor: a secret to scan, a code to prove it, ten codes to keep. */
@Service
class Enrollment {

    /** What the page shows: the secret as a picture's content and as text. */
    record Offer(String uri, String text) {}

    private final TransactionTemplate transaction;
    private final CredentialRecords records;
    private final AuthenticatorFactor authenticator;
    private final RecoveryCodes codes;
    private final Audit audit;

    Enrollment(
            TransactionTemplate transaction,
            CredentialRecords records,
            AuthenticatorFactor authenticator,
            RecoveryCodes codes,
            Audit audit) {
        this.transaction = transaction;
        this.records = records;
        this.authenticator = authenticator;
        this.codes = codes;
        this.audit = audit;
    }

    /**
     * The secret to scan. It stays the same until a code of it is shown, so that a page opened
     * twice does no harm.
     *
     * @throws NotFound where a second factor stands already
     */
    Offer offer(Session session) {
        return inside(
                session,
                () -> {
                    var standing = pending(session);
                    if (standing.secret() == null) {
                        begin(standing);
                        standing = pending(session);
                    }
                    byte[] secret = authenticator.open(standing);
                    return new Offer(Totp.uri(secret, standing.email()), Totp.text(secret));
                });
    }

    /** Takes the first code and hands out the recovery codes, or nothing where it was wrong. */
    Optional<List<String>> confirm(Session session, String code) {
        return inside(
                session,
                () -> {
                    var standing = pending(session);
                    if (!authenticator.proves(standing, code)) {
                        return Optional.empty();
                    }
                    records.confirmSecret(standing.account());
                    audit.record(
                            standing.own(),
                            "access.account",
                            standing.account(),
                            null,
                            "FACTOR_ENROLLED");
                    return Optional.of(newRecoveryCodes(standing));
                });
    }

    /** Ten new codes in place of all older ones. The caller is inside a transaction. */
    List<String> newRecoveryCodes(Standing standing) {
        var made = codes.make();
        records.replaceRecoveryCodes(standing.account(), made.stream().map(codes::hash).toList());
        return made;
    }

    /** The demo's accounts have a second factor that nobody had to scan. */
    void enrollUnseen(Standing standing) {
        begin(standing);
        records.confirmSecret(standing.account());
    }

    private void begin(Standing standing) {
        records.setSecret(standing.account(), authenticator.close(standing, Totp.newSecret()));
    }

    private Standing pending(Session session) {
        return records.standing(session.account())
                .filter(it -> !it.enrolled() && !it.locked())
                .orElseThrow(NotFound::new);
    }

    private <T> T inside(Session session, java.util.function.Supplier<T> work) {
        return OrganizationContext.in(
                session.organization(), () -> transaction.execute(status -> work.get()));
    }
}
