package care.trellis.engine.x12.claims;

import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Receiver;
import care.trellis.engine.x12.Submitter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented claims of an invented program. */
public final class Samples {

    public static final Interchange INTERCHANGE =
            new Interchange(
                    new Submitter("Harbor Light IOP", "HARBOR01", "Dana Cole", "(602) 555-0100"),
                    new Receiver("Example Clearinghouse", "EXAMPLECH"),
                    17,
                    LocalDateTime.of(2026, 11, 21, 9, 5),
                    true);

    public static final BillingProvider PROVIDER =
            new BillingProvider(
                    "Harbor Light IOP, LLC",
                    "1234567893",
                    "98-7654321",
                    "261QR0405X",
                    new Address("100 Dock Street", "Suite 4", "Phoenix", "AZ", "85004-0001"));

    public static final Provider ATTENDING =
            new Provider("Núñez", "Inés", "1679576722", "2084P0800X");

    private static final Address HOME = new Address("7 Elm * Street", null, "Mesa", "AZ", "85201");

    private Samples() {}

    public static Claim institutional(String number) {
        return institutional(number, null);
    }

    public static Claim institutional(String number, @Nullable Dependent patient) {
        return new Claim(
                number,
                new Subscriber(
                        new Person("Ortega", "Ana", "B", LocalDate.of(1988, 2, 29), "F", HOME),
                        "ABC123456789",
                        "GRP-9"),
                patient,
                new Payer("Example Commercial", "60054", "CI"),
                new ClaimForm.Institutional(
                        "131",
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2026, 11, 8),
                        "3",
                        "1",
                        "30",
                        List.of("92"),
                        ATTENDING),
                List.of("F10.20", "F33.1", "F41.1"),
                "AUTH-778",
                null,
                List.of(
                        new ServiceLine(
                                LocalDate.of(2026, 11, 2),
                                "0906",
                                new Procedure("H0015", List.of("HF")),
                                1,
                                "UN",
                                41_150,
                                number + "-1"),
                        new ServiceLine(
                                LocalDate.of(2026, 11, 4),
                                "0906",
                                new Procedure("H0015", List.of("HF")),
                                1,
                                "UN",
                                41_150,
                                number + "-2")));
    }

    public static Dependent child() {
        return new Dependent(
                new Person("Ortega", "Leo", null, LocalDate.of(2009, 6, 1), "M", HOME), "19");
    }

    public static Claim professional(String number) {
        var other = institutional(number);
        return new Claim(
                number,
                other.subscriber(),
                null,
                new Payer("Example Medicaid", "AZM01", "MC"),
                new ClaimForm.Professional("57", "1", ATTENDING, null),
                List.of("F11.20", "F12.20"),
                null,
                null,
                List.of(
                        new ServiceLine(
                                LocalDate.of(2026, 11, 3),
                                null,
                                new Procedure("H0005", List.of("HF", "HQ")),
                                6,
                                "UN",
                                9_000,
                                "L1")));
    }
}
