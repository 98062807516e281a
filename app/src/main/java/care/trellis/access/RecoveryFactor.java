package care.trellis.access;

import org.springframework.stereotype.Component;

/** One of the ten printed codes. */
@Component
class RecoveryFactor implements Factor {

    private final CredentialRecords records;
    private final RecoveryCodes codes;

    RecoveryFactor(CredentialRecords records, RecoveryCodes codes) {
        this.records = records;
        this.codes = codes;
    }

    @Override
    public boolean proves(Standing account, String answer) {
        return account.enrolled() && records.useRecoveryCode(account.account(), codes.hash(answer));
    }
}
