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
        records.insertFile(
                file,
                form.code(),
                "OUT",
                "%s-%09d.837".formatted(form.code(), number),
                Hashes.sha256(content),
                content,
                number,
                clock.instant(),
                permit.actor().account());
        audit.record(permit, "billing.file", file.value(), null, "SENT " + number);
    }
}
