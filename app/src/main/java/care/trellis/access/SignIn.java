package care.trellis.access;

import care.trellis.access.SignInSessions.Session;
import care.trellis.access.SignInSessions.Strength;
import care.trellis.audit.Audit;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Platform;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in, one factor after the other. Ten wrong answers in a row, of whichever factor, lock the
 * account until an administrator opens it; only a complete sign-in sets the count back, so that a
 * known password gives nobody more guesses at the code.
 */
@Service
class SignIn {

    static final int ALLOWED_FAILURES = 10;

    private record Name(OrganizationId organization, UUID account) {}

    private final Platform platform;
    private final TransactionTemplate transaction;
    private final CredentialRecords records;
    private final Passwords passwords;
    private final PasswordFactor password;
    private final AuthenticatorFactor authenticator;
    private final RecoveryFactor recovery;
    private final Enrollment enrollment;
    private final SignInSessions sessions;
    private final Audit audit;
    private final boolean demo;

    SignIn(
            Platform platform,
            TransactionTemplate transaction,
            CredentialRecords records,
            Passwords passwords,
            PasswordFactor password,
            AuthenticatorFactor authenticator,
            RecoveryFactor recovery,
            Enrollment enrollment,
            SignInSessions sessions,
            Audit audit,
            @Value("${trellis.demo:false}") boolean demo) {
        this.platform = platform;
        this.transaction = transaction;
        this.records = records;
        this.passwords = passwords;
        this.password = password;
        this.authenticator = authenticator;
        this.recovery = recovery;
        this.enrollment = enrollment;
        this.sessions = sessions;
        this.audit = audit;
        this.demo = demo;
    }

    /**
     * First step: e-mail and password. An unknown e-mail costs the same time as a wrong password.
     */
    SignInStep password(String email, String answer) {
        var name = find(email.strip());
        if (name.isEmpty()) {
            passwords.matches(answer, null);
            return new SignInStep.Refused();
        }
        return OrganizationContext.in(
                name.get().organization(), () -> password(name.get().account(), answer));
    }

    private SignInStep password(UUID account, String answer) {
        var standing = standing(account);
        boolean right = password.proves(standing, answer);
        if (!right || standing.locked()) {
            refuse(standing);
            return new SignInStep.Refused();
        }
        return afterPassword(standing);
    }

    /** What comes after the password; also after a one-time link was taken. */
    SignInStep afterPassword(Standing standing) {
        String token =
                sessions.open(standing.organization(), standing.account(), Strength.PASSWORD);
        if (!standing.enrolled() && demo) {
            transaction.executeWithoutResult(status -> enrollment.enrollUnseen(standing));
        }
        return standing.enrolled() || demo
                ? new SignInStep.NeedsCode(token)
                : new SignInStep.NeedsEnrollment(token);
    }

    /** Second step: a code of the authenticator app. */
    SignInStep code(Session session, String token, String code) {
        return second(session, token, authenticator, code);
    }

    /** Second step, the other way: one of the printed codes. */
    SignInStep recoveryCode(Session session, String token, String code) {
        return second(session, token, recovery, code);
    }

    private SignInStep second(Session session, String token, Factor factor, String answer) {
        return OrganizationContext.in(
                session.organization(),
                () -> {
                    var standing = standing(session.account());
                    boolean right =
                            standing.enrolled()
                                    && !standing.locked()
                                    && Boolean.TRUE.equals(
                                            transaction.execute(
                                                    status -> factor.proves(standing, answer)));
                    if (!right) {
                        refuse(standing);
                        return new SignInStep.Refused();
                    }
                    return new SignInStep.SignedIn(complete(standing, token));
                });
    }

    /** Opens the full session after the second factor was set up, and returns its token. */
    String complete(Session session, String token) {
        return OrganizationContext.in(
                session.organization(), () -> complete(standing(session.account()), token));
    }

    /** Opens the full session in place of the half one, and returns its token. */
    private String complete(Standing standing, String token) {
        transaction.executeWithoutResult(status -> {
            records.forgetFailures(standing.account());
            audit.record(standing.own(), "access.account", standing.account(), null, "SIGNED_IN");
        });
        sessions.end(token);
        return sessions.open(standing.organization(), standing.account(), Strength.FULL);
    }

    /** The code that would be taken now, shown by the demo and by nothing else. */
    Optional<String> demoCode(Session session) {
        return demo
                ? OrganizationContext.in(
                        session.organization(),
                        () -> Optional.of(authenticator.next(standing(session.account()))))
                : Optional.empty();
    }

    private void refuse(Standing standing) {
        transaction.executeWithoutResult(status -> {
            boolean locks = records.countFailure(standing.account(), ALLOWED_FAILURES);
            audit.record(
                    standing.own(),
                    "access.account",
                    standing.account(),
                    null,
                    locks ? "LOCKED_AFTER_FAILURES" : "SIGN_IN_REFUSED");
        });
    }

    private Standing standing(UUID account) {
        return transaction.execute(status -> records.standing(account).orElseThrow());
    }

    private Optional<Name> find(String email) {
        return platform.in(sql ->
                sql.sql("select organization_id, account_id from access.find_sign_in_name(:email)")
                        .param("email", email)
                        .query((row, number) ->
                                new Name(
                                        new OrganizationId(row.getObject(1, UUID.class)),
                                        row.getObject(2, UUID.class)))
                        .optional());
    }
}
