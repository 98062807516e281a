package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Hashes;
import care.trellis.base.Permit;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Keeps a file of claims as it leaves: its bytes, their hash, and that it was sent. */
@Component
class OutgoingFiles {

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
}
