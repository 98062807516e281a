package care.trellis.bench;

import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Receiver;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.claims.Address;
import care.trellis.engine.x12.claims.BillingProvider;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimForm;
import care.trellis.engine.x12.claims.ClaimWriter;
import care.trellis.engine.x12.claims.Payer;
import care.trellis.engine.x12.claims.Person;
import care.trellis.engine.x12.claims.Procedure;
import care.trellis.engine.x12.claims.Provider;
import care.trellis.engine.x12.claims.ServiceLine;
import care.trellis.engine.x12.claims.Subscriber;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a hundred thousand claims in a program of its own that has a heap as small as a thousand
 * need: what grew with their number would not fit.
 */
final class FlatMemory {

    private static final int CLAIMS = 100_000;
    private static final String HEAP = "-Xmx24m";

    private FlatMemory() {}

    /** What the small program does. */
    public static void main(String[] arguments) {
        var address = new Address("1 Main Street", null, "Springfield", "NC", "275010000");
        var provider =
                new BillingProvider(
                        "Measured Clinic", "1234567893", "123456789", "261QM0850X", address);
        var interchange =
                new Interchange(
                        new Submitter("Measured Clinic", "1234567893", "Billing", "5555550100"),
                        new Receiver("Summit Health", "RECEIVER0"),
                        1,
                        LocalDate.of(2026, 3, 9).atStartOfDay(),
                        true);
        var claims = IntStream.range(0, CLAIMS).mapToObj(claim -> claim(claim, address));
        int written =
                ClaimWriter.stream(
                        OutputStream.nullOutputStream(),
                        interchange,
                        provider,
                        true,
                        claims.iterator());
        System.exit(written == CLAIMS ? 0 : 1);
    }

    private static Claim claim(int number, Address address) {
        var first = LocalDate.of(2026, 2, 2);
        return new Claim(
                "C-" + number,
                new Subscriber(
                        new Person("Diaz", "Ana", null, LocalDate.of(1980, 1, 1), "F", address),
                        "M" + number,
                        null),
                null,
                new Payer("Summit Health", "PAYER0", "CI"),
                new ClaimForm.Institutional(
                        "131",
                        first,
                        first.plusDays(4),
                        "3",
                        "1",
                        "30",
                        List.of(),
                        new Provider("Vale", "Robin", "1234567893", null)),
                List.of("F33.1"),
                null,
                null,
                IntStream.range(0, 3)
                        .mapToObj(line ->
                                new ServiceLine(
                                        first.plusDays(2L * line),
                                        "0905",
                                        new Procedure("S9480", List.of()),
                                        1,
                                        "UN",
                                        31_500,
                                        "C-" + number + "-" + (line + 1)))
                        .toList());
    }

    /**
     * Whether it can.
     *
     * @throws IOException when no program can be started
     */
    static boolean holds() throws IOException, InterruptedException {
        var builder =
                Installation.java(
                        System.getProperty("java.class.path"), FlatMemory.class.getName());
        builder.command().add(1, HEAP);
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
