package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Hashes;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a file as it leaves: its bytes, their hash, and that it was sent. The exchange carries what
 * is kept here.
 */
@Component
public class OutgoingFiles {

    /** What a file asks for or tells, other than claims; the code is the transaction's. */
    public enum Kind {
        BENEFIT_QUESTIONS("270"),
        REVIEW_REQUESTS("278");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    private final ClaimRecords records;
    private final Audit audit;
    private final Clock clock;

    OutgoingFiles(ClaimRecords records, Audit audit, Clock clock) {
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps it under the number that its envelope carries.
     *
     * @param content in the characters that X12 allows
     */
    void keep(Permit permit, FileId file, Form form, byte[] content, long number) {
        keep(permit, file, form.code(), "837", content, number);
    }

    /** Keeps a question where a claim stands. */
    void question(Permit permit, FileId file, byte[] content, long number) {
        keep(permit, file, "276", "276", content, number);
    }

    private void keep(
            Permit permit, FileId file, String kind, String ending, byte[] content, long number) {
        records.insertFile(
                file,
                kind,
                "OUT",
                "%s-%09d.%s".formatted(kind, number, ending),
                Hashes.sha256(content),
                content,
                number,
                clock.instant(),
                permit.actor().account());
        audit.record(permit, "billing.file", file.value(), null, "SENT " + number);
    }

    /**
     * Writes a file that holds no claims under the next number of an interchange, and keeps it.
     *
     * @param receiver ISA08 of whom it is for, by which the line it goes out on is found
     * @param write makes the text for that number, in the characters that X12 allows
     * @return the number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long send(Permit permit, Kind kind, String receiver, IntFunction<String> write) {
        long number = records.lockNumber();
        var content = write.apply(Math.toIntExact(number)).getBytes(StandardCharsets.US_ASCII);
        var file = new FileId(Ids.next());
        records.insertFile(
                file,
                kind.code,
                "OUT",
                "%s-%09d.%s".formatted(kind.code, number, kind.code),
                Hashes.sha256(content),
                content,
                number,
                clock.instant(),
                permit.actor().account());
        records.setReceiver(file, receiver);
        records.setNumber(number + 1);
        audit.record(permit, "billing.file", file.value(), null, "SENT " + number);
        return number;
    }
}
