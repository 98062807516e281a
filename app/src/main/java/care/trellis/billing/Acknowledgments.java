package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.acknowledgments.AcknowledgmentReader;
import care.trellis.engine.x12.statuses.StatusReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for what receivers say of our files: TA1, 999 and 277CA move each claim's state. */
@Service
public class Acknowledgments {

    private final ReportRecords records;
    private final StatusRecords statuses;
    private final Audit audit;
    private final Clock clock;

    Acknowledgments(ReportRecords records, StatusRecords statuses, Audit audit, Clock clock) {
        this.records = records;
        this.statuses = statuses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes every report of a file. Taking the same file twice changes nothing. What is said of
     * questions of other rooms is handed back to be told to them.
     *
     * @param source id under which the file is kept
     * @param content a file that was found to be whole
     */
    @Transactional
    public Acknowledged take(Permit permit, UUID source, byte[] content) {
        permit.require(Action.REMITTANCE_POST);
        var taker = new ReportTaker(records, source, clock.instant());
        try {
            AcknowledgmentReader.stream(
                    new ByteArrayInputStream(content),
                    X12Reader.LIMIT_BYTES,
                    taker,
                    new Problems());
            StatusReader.stream(
                    new ByteArrayInputStream(content),
                    X12Reader.LIMIT_BYTES,
                    taker::status,
                    new Problems());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        taker.flush();
        var result = taker.result();
        for (var said : result.questions()) {
            if (said.kind().equals("276") && !said.accepted()) {
                statuses.refused(said.controlNumber(), source, clock.instant());
            }
        }
        audit.recordMany(
                permit, "billing.claim_report", source, result.accepted() + result.rejected());
        return result;
    }
}
