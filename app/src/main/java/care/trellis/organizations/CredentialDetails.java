package care.trellis.organizations;

import care.trellis.base.Problems;
import care.trellis.base.Text;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A licence or certificate.
 *
 * @param code as notes print it: LCSW, LPC, RN, MD; the payer rules know BHP and BHMP
 * @param expiresOn the last day it is good
 */
public record CredentialDetails(
        String code,
        @Nullable String number,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate expiresOn) {

    public CredentialDetails {
        code = code.strip().toUpperCase(Locale.ROOT);
        number = Text.clean(number);
    }

    Problems problems() {
        return new Problems()
                .text(code, 20, "code", "the credential, such as LCSW")
                .atMost(number, 40, "number", "the licence number")
                .require(
                        validFrom == null || expiresOn == null || !expiresOn.isBefore(validFrom),
                        "expiresOn",
                        "EXPIRES_BEFORE_START",
                        "It cannot expire before it begins.");
    }
}
