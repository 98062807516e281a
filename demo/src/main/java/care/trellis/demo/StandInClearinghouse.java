package care.trellis.demo;

import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Receiver;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.acknowledgments.AcknowledgmentWriter;
import care.trellis.engine.x12.acknowledgments.GroupAcknowledgment;
import care.trellis.engine.x12.acknowledgments.SetAcknowledgment;
import care.trellis.engine.x12.claims.BillingProvider;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimReader;
import care.trellis.engine.x12.statuses.Status;
import care.trellis.engine.x12.statuses.StatusReport;
import care.trellis.engine.x12.statuses.StatusWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An invented clearinghouse that finds nothing wrong with our files and says so. */
final class StandInClearinghouse {

    private static final Pattern CONTROL =
            Pattern.compile("GS\\*HC\\*[^*]*\\*([^*]*)\\*[^*]*\\*[^*]*\\*([0-9]+)\\*X\\*([^~]+)~");

    private final List<Claim> read = new ArrayList<>();
    private final LocalDateTime at;
    private final String receiver;
    private final String control;
    private final String guide;
    private @Nullable BillingProvider provider;

    /** What the clearinghouse calls a file of its own, and what stands in it. */
    record Answer(String name, String text) {}

    StandInClearinghouse(String sent, LocalDateTime at) {
        this.at = at;
        var envelope = CONTROL.matcher(sent);
        if (!envelope.find()) {
            throw new IllegalArgumentException("This is no file of claims");
        }
        this.receiver = envelope.group(1);
        this.control = envelope.group(2);
        this.guide = envelope.group(3);
        try {
            ClaimReader.stream(
                    new ByteArrayInputStream(sent.getBytes(StandardCharsets.US_ASCII)),
                    X12Reader.LIMIT_BYTES,
                    (of, claim) -> {
                        provider = of;
                        read.add(claim);
                    },
                    new Problems());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private BillingProvider provider() {
        return Objects.requireNonNull(provider);
    }

    private Interchange envelope() {
        return new Interchange(
                new Submitter("Example Clearinghouse", receiver, "Help Desk", "6025550101"),
                new Receiver(provider().name(), provider().npi()),
                Integer.parseInt(control),
                at,
                true);
    }

    /** The 999: the form of the file is right. */
    Answer form() {
        var group =
                new GroupAcknowledgment(
                        "HC",
                        control,
                        "A",
                        1,
                        1,
                        1,
                        List.of(new SetAcknowledgment("837", "0001", "A", List.of(), List.of())));
        return new Answer(
                guide + "-" + control + ".999",
                AcknowledgmentWriter.write(envelope(), List.of(group)));
    }

    /** The 277CA: every claim is on its way to a decision. */
    Answer claims() {
        var reports = read.stream().map(this::taken).toList();
        return new Answer(
                guide + "-" + control + ".277",
                StatusWriter.answer(
                        envelope(),
                        new Party(
                                read.getFirst().payer().name(), "PI", read.getFirst().payer().id()),
                        new Party(provider().name(), "XX", provider().npi()),
                        control,
                        reports));
    }

    private StatusReport taken(Claim claim) {
        return new StatusReport(
                true,
                StatusReport.Level.CLAIM,
                claim.patientControlNumber(),
                null,
                null,
                null,
                null,
                List.of(new Status("A2", "20", null, at.toLocalDate(), "WQ", claim.chargeCents())),
                List.of());
    }
}
