package care.trellis.authorizations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The services that an authorization is for, as people type them: {@code H0015, 90853}. */
public final class ServiceCodes {

    private ServiceCodes() {}

    /** The codes, in capitals, each once; none where the authorization is for every service. */
    public static List<String> of(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.toUpperCase(Locale.ROOT).split("[,;\\s]+"))
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Whether every one has the shape of a HCPCS or CPT code. */
    static boolean wellFormed(@Nullable String typed) {
        return of(typed).stream().allMatch(code -> code.matches("[A-Z0-9]{5}"));
    }

    /** How they are kept; null for every service. */
    static @Nullable String kept(@Nullable String typed) {
        var codes = of(typed);
        return codes.isEmpty() ? null : String.join(", ", codes);
    }
}
