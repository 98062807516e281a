package care.trellis.chart;

import care.trellis.clients.ConsentState;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the chart says things. */
final class Words {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Minutes as hours: {@code 9}, {@code 7.5}. */
    static String hours(int minutes) {
        return minutes % 60 == 0
                ? String.valueOf(minutes / 60)
                : String.format(Locale.ROOT, "%.2f", minutes / 60.0).replaceAll("0$", "");
    }

    static String consent(ConsentState state) {
        return switch (state) {
            case ConsentState.InForce inForce ->
                    inForce.until() == null
                            ? "Consent in force"
                            : "Consent until " + day(inForce.until());
            case ConsentState.Expired expired -> "Consent ran out " + day(expired.on());
            case ConsentState.Revoked revoked -> "Consent revoked " + day(revoked.on());
            case ConsentState.Missing ignored -> "No payment consent";
        };
    }

    static Tone tone(ConsentState state) {
        return switch (state) {
            case ConsentState.InForce ignored -> Tone.GOOD;
            case ConsentState.Expired ignored -> Tone.BAD;
            case ConsentState.Revoked ignored -> Tone.BAD;
            case ConsentState.Missing ignored -> Tone.WATCH;
        };
    }
}
