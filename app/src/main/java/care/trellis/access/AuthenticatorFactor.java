package care.trellis.access;

import care.trellis.base.Keys;
import care.trellis.base.Seal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The six digits of an authenticator app. */
@Component
class AuthenticatorFactor implements Factor {

    private final CredentialRecords records;
    private final Seal seal;
    private final Clock clock;

    AuthenticatorFactor(CredentialRecords records, Keys keys, Clock clock) {
        this.records = records;
        this.seal = new Seal(keys, "access-totp-secret");
        this.clock = clock;
    }

    @Override
    public boolean proves(Standing account, String answer) {
        if (account.secret() == null) {
            return false;
        }
        var step = Totp.step(open(account), answer, clock.instant(), account.lastStep());
        return step.isPresent() && records.useStep(account.account(), step.getAsLong());
    }

    /** The next code that would be taken: only the demo asks. */
    String next(Standing account) {
        return Totp.next(open(account), clock.instant(), account.lastStep());
    }

    /** The secret in the clear, for the one page that hands it over. */
    byte[] open(Standing account) {
        byte[] sealed = account.secret();
        if (sealed == null) {
            throw new IllegalStateException("No second factor was begun");
        }
        return seal.open(sealed, account.organization().value(), account.account());
    }

    /** A secret as the account's row keeps it. */
    byte[] close(Standing account, byte[] secret) {
        return seal.close(secret, account.organization().value(), account.account());
    }
}
