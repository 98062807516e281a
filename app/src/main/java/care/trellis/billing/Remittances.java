package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.BulkWork;
import care.trellis.base.Hashes;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.engine.x12.Problem;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.remittances.RemittanceListener;
import care.trellis.engine.x12.remittances.RemittanceReader;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.Organizations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The front door to remittances: a payer's file is posted to our claims line by line, to the cent
 * and once. A line that finds no claim is kept with the reason; a file whose money does not add up
 * is refused whole, because a half-posted check is balanced by nobody.
 */
@Service
public class Remittances {

    private static final int ON_A_PAGE = 100;
    private static final int MOST_PROBLEMS = 20;

    private final RemittanceRecords records;
    private final RemittancePages pages;
    private final NextPayerRecords next;
    private final ClaimRecords files;
    private final Organizations organizations;
    private final HomeTime home;
    private final Audit audit;
    private final Once once;
    private final BulkWork bulk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Remittances(
            RemittanceRecords records,
            RemittancePages pages,
            NextPayerRecords next,
            ClaimRecords files,
            Organizations organizations,
            HomeTime home,
            Audit audit,
            Once once,
            BulkWork bulk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.pages = pages;
        this.next = next;
        this.files = files;
        this.organizations = organizations;
        this.home = home;
        this.audit = audit;
        this.once = once;
        this.bulk = bulk;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Posts every remittance of an 835 file, in one transaction. The same file posts once, and so
     * does the same payment (payer, trace, amount, date) in another file; one with the payer and
     * trace of another payment is not posted. A reversal is posted as the negative amounts it
     * brings.
     *
     * @param key made with the form; becomes the file's id
     * @param name the file's name as its sender called it; shortened, never trusted as a path
     * @param content as it came; kept unchanged
     */
    @Transactional
    public RemittancePosting post(Permit permit, UUID key, String name, byte[] content) {
        permit.require(Action.REMITTANCE_POST);
        return post(permit, key, name, content, false);
    }

    /**
     * The same, also where a payment repeats the trace number of another one. That two people want
     * it is for the caller to know.
     */
    @Transactional
    public RemittancePosting postAllTheSame(Permit permit, UUID key, String name, byte[] content) {
        permit.require(Action.WRITE_OFF_APPROVE);
        return post(permit, key, name, content, true);
    }

    private RemittancePosting post(
            Permit permit, UUID key, String name, byte[] content, boolean repeated) {
        bulk.begin();
        records.lockPosting();
        var hash = Hashes.sha256(content);
        once.first(permit, key, "remittance " + HexFormat.of().formatHex(hash));
        var file = new FileId(key);
        var now = clock.instant();
        if (!files.insertFile(
                file,
                "835",
                "IN",
                plain(name),
                hash,
                content,
                null,
                now,
                permit.actor().account())) {
            var before = records.file(hash);
            return new RemittancePosting.AlreadyPosted(before, records.remittancesOf(before));
        }
        var poster =
                new Poster(
                        records, organizations.identity(permit), records.payers(), file, now, home);
        var problems = read(content, poster);
        if (problems.hasErrors()) {
            return refuse(new RemittancePosting.Refused(sentences(problems)));
        }
        if (poster.posted().isEmpty() && poster.known().isEmpty()) {
            return refuse(
                    new RemittancePosting.Refused(
                            List.of("There is no remittance (835) in this file.")));
        }
        if (!poster.findings().isEmpty()) {
            return refuse(new RemittancePosting.Refused(poster.findings()));
        }
        if (!poster.repeats().isEmpty() && !repeated) {
            return refuse(new RemittancePosting.Repeats(poster.repeats()));
        }
        audit.record(permit, "billing.file", file.value(), null, "POSTED");
        for (var remittance : poster.posted()) {
            events.publishEvent(new RemittancePosted(remittance));
            audit.recordMany(
                    permit, "billing.posting", remittance.value(), poster.rowsOf(remittance));
        }
        for (var claim : next.forwarded(poster.forwarded(), now)) {
            events.publishEvent(new ClaimForwarded(claim));
        }
        return new RemittancePosting.Posted(
                file, poster.posted(), poster.known(), poster.matched(), poster.unmatched());
    }

    private static Problems read(byte[] content, RemittanceListener listener) {
        var problems = new Problems();
        try {
            RemittanceReader.stream(
                    new ByteArrayInputStream(content), X12Reader.LIMIT_BYTES, listener, problems);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return problems;
    }

    /** Undoes what was written while reading. */
    private static RemittancePosting refuse(RemittancePosting why) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return why;
    }

    private static List<String> sentences(Problems problems) {
        return problems.list().stream()
                .filter(Problem::isError)
                .limit(MOST_PROBLEMS)
                .map(problem -> "Line " + problem.line() + ": " + problem.text())
                .toList();
    }

    /** Whether a file pays, and pays nobody but other providers. */
    @Transactional(readOnly = true)
    public boolean foreign(Permit permit, byte[] content) {
        permit.require(Action.REMITTANCE_VIEW, Action.REMITTANCE_POST);
        var payees = new Payees(organizations.identity(permit));
        read(content, payees);
        return payees.foreign();
    }

    /** Remittances, the newest first. */
    @Transactional
    public List<RemittanceRow> list(Permit permit, int page) {
        permit.require(Action.REMITTANCE_VIEW);
        var rows = pages.rows(ON_A_PAGE, page * ON_A_PAGE);
        audit.recordMany(permit, "billing.remittance", null, rows.size());
        return rows;
    }

    /**
     * One remittance with its lines.
     *
     * @throws NotFound when there is none
     */
    @Transactional
    public RemittanceDetail open(Permit permit, RemittanceId id) {
        permit.require(Action.REMITTANCE_VIEW);
        var remittance = pages.detail(id).orElseThrow(NotFound::new);
        audit.record(permit, "billing.remittance", id.value(), null);
        return remittance;
    }

    /** The lines of all remittances that wait for a person, the newest first. */
    @Transactional
    public List<RemittanceDetail.Line> unmatched(Permit permit) {
        permit.require(Action.REMITTANCE_VIEW);
        var lines = pages.unmatched();
        audit.recordMany(permit, "billing.posting", null, lines.size());
        return lines;
    }

    private static String plain(String name) {
        var safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return safe.isEmpty() ? "remittance.835" : safe.substring(0, Math.min(100, safe.length()));
    }
}
