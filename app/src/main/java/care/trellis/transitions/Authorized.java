package care.trellis.transitions;

import care.trellis.organizations.LevelOfCare;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a payer granted, which is not what a clinician decided: both are kept and shown apart.
 *
 * @param level what its codes stand for, or what the client was placed in when it began
 * @param codes as granted; empty where the payer grants days of any service
 */
public record Authorized(
        String payer, LevelOfCare level, String codes, LocalDate from, LocalDate to) {

    private static final Set<String> INTENSIVE = Set.of("H0015", "S9480");
    private static final Set<String> PARTIAL = Set.of("H0035", "S0201");

    /** The level that procedure codes stand for (HCPCS level II); nothing for other codes. */
    static Optional<LevelOfCare> levelOf(String codes) {
        var all = Arrays.asList(codes.split("[^A-Z0-9]+"));
        if (all.stream().anyMatch(PARTIAL::contains)) {
            return Optional.of(LevelOfCare.PHP);
        }
        if (all.stream().anyMatch(INTENSIVE::contains)) {
            return Optional.of(LevelOfCare.IOP);
        }
        return all.stream().anyMatch(code -> code.startsWith("908"))
                ? Optional.of(LevelOfCare.OP)
                : Optional.empty();
    }
}
