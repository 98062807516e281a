package care.trellis.access;

import static care.trellis.base.Action.OWN_ACCOUNT;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people change about their own account, each after showing the password again. */
@Service
class OwnAccount {

    private final TransactionTemplate transaction;
    private final CredentialRecords records;
    private final Passwords passwords;
    private final Enrollment enrollment;
    private final SignInSessions sessions;
    private final Audit audit;

    OwnAccount(
            TransactionTemplate transaction,
            CredentialRecords records,
            Passwords passwords,
            Enrollment enrollment,
            SignInSessions sessions,
            Audit audit) {
        this.transaction = transaction;
        this.records = records;
        this.passwords = passwords;
        this.enrollment = enrollment;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** How many of the ten recovery codes are left. */
    int recoveryCodesLeft(Permit permit) {
        permit.require(OWN_ACCOUNT);
        return transaction.execute(status -> records.recoveryCodesLeft(permit.actor().account()));
    }

    /**
     * Sets another password. Every session ends, the caller's too; the result is the token of a new
     * one.
     */
    Change<String> changePassword(Permit permit, String current, String wanted) {
        permit.require(OWN_ACCOUNT);
        var standing = standing(permit);
        if (!passwords.matches(current, standing.passwordHash())) {
            return wrongPassword(standing);
        }
        var problems = passwords.problems(wanted, standing.email(), standing.name());
        if (!problems.none()) {
            return problems.refused();
        }
        String hash = passwords.hash(wanted);
        transaction.executeWithoutResult(status -> {
            records.setPassword(standing.account(), hash);
            sessions.endAll(permit.organization(), standing.account());
            audit.record(permit, "access.account", standing.account(), null, "PASSWORD_CHANGED");
        });
        return new Change.Done<>(
                sessions.open(
                        permit.organization(), standing.account(), SignInSessions.Strength.FULL));
    }

    /** Ten new recovery codes; the old ones are void. */
    Change<List<String>> newRecoveryCodes(Permit permit, String current) {
        permit.require(OWN_ACCOUNT);
        var standing = standing(permit);
        if (!passwords.matches(current, standing.passwordHash())) {
            return wrongPassword(standing);
        }
        return transaction.execute(status -> {
            audit.record(permit, "access.account", standing.account(), null, "RECOVERY_CODES_MADE");
            return new Change.Done<>(enrollment.newRecoveryCodes(standing));
        });
    }

    private <T> Change<T> wrongPassword(Standing standing) {
        transaction.executeWithoutResult(
                status -> records.countFailure(standing.account(), SignIn.ALLOWED_FAILURES));
        return Change.refused("current", "PASSWORD_WRONG", "This is not your password.");
    }

    private Standing standing(Permit permit) {
        return transaction.execute(
                status -> records.standing(permit.actor().account()).orElseThrow());
    }
}
