package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.BulkWork;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.ledger.Ledger;
import care.trellis.organizations.HomeTime;
import care.trellis.payers.ContractId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to claims: what can be billed, the files that go out, and what became of each
 * claim. Nothing is billed twice: submissions of one organization wait for each other, and a line
 * has a unique key besides.
 */
@Service
public class Claims {

    /** How far back days are offered; what is older has passed most payers' filing limits. */
    private static final int DAYS_BACK = 365;

    /** Days after which a submission begins another file: some three megabytes. */
    private static final int DAYS_IN_A_FILE = 20_000;

    private static final int OF_ALL_ON_A_PAGE = 100;

    /** The claims of one group on one page. */
    public static final int CLAIMS_ON_A_PAGE = 50;

    private static final int FILES_ON_A_PAGE = 50;

    private final ReadyRecords ready;
    private final ClaimRecords records;
    private final ClaimPages pages;
    private final FileMaker maker;
    private final OutgoingFiles outgoing;
    private final Ledger ledger;
    private final Envelopes envelopes;
    private final HomeTime home;
    private final Audit audit;
    private final Once once;
    private final BulkWork bulk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Claims(
            ReadyRecords ready,
            ClaimRecords records,
            ClaimPages pages,
            FileMaker maker,
            OutgoingFiles outgoing,
            Ledger ledger,
            Envelopes envelopes,
            HomeTime home,
            Audit audit,
            Once once,
            BulkWork bulk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ready = ready;
        this.records = records;
        this.pages = pages;
        this.maker = maker;
        this.outgoing = outgoing;
        this.ledger = ledger;
        this.envelopes = envelopes;
        this.home = home;
        this.audit = audit;
        this.once = once;
        this.bulk = bulk;
        this.events = events;
        this.clock = clock;
    }

    /** Billable days that stand on no claim, and what holds the others. */
    @Transactional
    public Ready ready(Permit permit) {
        permit.require(Action.CLAIM_VIEW, Action.CLAIM_SUBMIT);
        var today = home.today();
        var since = today.minusDays(DAYS_BACK);
        ledger.settle(permit, since, today);
        var sites = permit.actor().sites();
        var found = new Ready(ready.contracts(since, sites), ready.held(since, sites));
        audit.recordMany(
                permit,
                "ledger.public_day",
                null,
                found.contracts().stream().mapToInt(Ready.OfContract::days).sum()
                        + found.held().stream().mapToInt(held -> held.days().size()).sum());
        return found;
    }

    /**
     * Makes one file for each contract of the chosen days, and more of very many. The facts are
     * read anew: a day that was claimed in between, or is not billable any more, is not sent. What
     * a claim lacks is named and that claim left out, not the file; so is a claim past its payer's
     * limit of which nobody says why it comes late: a payer would deny it for that (CARC 29), and
     * the time for its correction would run. Nothing of a Part 2 program leaves without a consent
     * in force; the audit row of such a claim says on which one it left.
     *
     * @param key made with the form; the same key submits once
     */
    @Transactional
    public Submission submit(Permit permit, UUID key, List<Chosen> chosen) {
        permit.require(Action.CLAIM_SUBMIT);
        bulk.begin();
        var number = records.lockNumber();
        settle(permit, chosen);
        boolean first = once.first(permit, key, "claims " + contentOf(chosen));
        var sender = envelopes.sender(permit);
        var now = clock.instant();
        var leftOut = new ArrayList<LeftOut>();
        var sent = new ArrayList<FileId>();
        for (var contract : contracts(chosen)) {
            for (var portion : portions(contract, chosen)) {
                var made = maker.make(contract, portion, sender, number, now);
                leftOut.addAll(made.leftOut());
                if (first && made.content() != null) {
                    keep(permit, made, made.content(), number, now);
                    sent.add(made.file());
                    number++;
                }
            }
        }
        records.setNumber(number);
        var files = sent.isEmpty() ? records.filesOf(chosen) : records.files(sent);
        return files.isEmpty()
                ? new Submission.NothingSent(leftOut)
                : new Submission.Sent(files, leftOut);
    }

    /**
     * The chosen days of one contract by the files that they go out in: a client's days stay
     * together, and no file grows beyond what memory holds easily, however much is sent at once.
     */
    private static List<List<Chosen>> portions(ContractId contract, List<Chosen> chosen) {
        var portions = new ArrayList<List<Chosen>>();
        var byClient =
                chosen.stream()
                        .filter(one -> one.contract().equals(contract))
                        .collect(
                                Collectors.groupingBy(
                                        Chosen::client, LinkedHashMap::new, Collectors.toList()));
        int days = DAYS_IN_A_FILE;
        for (var ofClient : byClient.values()) {
            if (days >= DAYS_IN_A_FILE) {
                portions.add(new ArrayList<>());
                days = 0;
            }
            portions.getLast().addAll(ofClient);
            days += ofClient.stream().mapToInt(one -> one.days().size()).sum();
        }
        return portions;
    }

    /** Decides the chosen weeks anew where something changed since the page was made. */
    private void settle(Permit permit, List<Chosen> chosen) {
        var dates = chosen.stream().flatMap(one -> one.days().stream()).sorted().toList();
        if (!dates.isEmpty()) {
            ledger.settle(permit, dates.getFirst(), dates.getLast());
        }
    }

    private void keep(
            Permit permit, FileMaker.MadeFile made, byte[] content, long number, Instant now) {
        outgoing.keep(permit, made.file(), made.contract().form(), content, number);
        bulk.write(() -> records.insertClaims(made.claims(), now));
        events.publishEvent(new ClaimsSent(made.file()));
        audit.recordEach(
                permit, "billing.claim", made.claims().stream().map(Claims::disclosed).toList());
    }

    private static Audit.Entry disclosed(ClaimRecords.NewClaim claim) {
        var day = claim.draft().days().getLast();
        boolean part2 = day.stay() != null && day.stay().part2();
        return new Audit.Entry(
                claim.id().value(),
                day.patient().id().value(),
                part2 ? "DISCLOSED UNDER CONSENT OF " + day.consent() : "DISCLOSED");
    }

    private static List<ContractId> contracts(List<Chosen> chosen) {
        return chosen.stream()
                .map(Chosen::contract)
                .distinct()
                .sorted(Comparator.comparing(ContractId::value))
                .toList();
    }

    /** The newest files of claims. */
    @Transactional
    public List<SentFile> files(Permit permit) {
        permit.require(Action.CLAIM_VIEW);
        return records.files(FILES_ON_A_PAGE);
    }

    /**
     * Every claim with what became of it, the newest first.
     *
     * @param page from 0; a page holds at most 100
     */
    @Transactional
    public List<ClaimRow> list(Permit permit, int page) {
        return list(permit, null, OF_ALL_ON_A_PAGE, page);
    }

    /** How many claims stand in each group; a group without any is absent. */
    @Transactional(readOnly = true)
    public Map<ClaimGroup, Integer> counts(Permit permit) {
        permit.require(Action.CLAIM_VIEW);
        return pages.counts(permit.actor().sites());
    }

    /**
     * The claims of one group, the newest first.
     *
     * @param page from 0; a page holds at most {@link #CLAIMS_ON_A_PAGE}
     */
    @Transactional
    public List<ClaimRow> list(Permit permit, ClaimGroup group, int page) {
        return list(permit, group, CLAIMS_ON_A_PAGE, page);
    }

    private List<ClaimRow> list(Permit permit, @Nullable ClaimGroup group, int most, int page) {
        permit.require(Action.CLAIM_VIEW);
        var rows = pages.rows(permit.actor().sites(), group, most, page * most);
        audit.recordMany(permit, "billing.claim", null, rows.size());
        return rows;
    }

    /**
     * One claim with its lines and what was posted to them.
     *
     * @throws NotFound when there is none, or none of the reader's sites
     */
    @Transactional
    public ClaimDetail open(Permit permit, ClaimId id) {
        permit.require(Action.CLAIM_VIEW, Action.CLAIM_SUBMIT);
        var claim = pages.detail(id, permit.actor().sites()).orElseThrow(NotFound::new);
        audit.record(permit, "billing.claim", id.value(), claim.row().client().value());
        return claim;
    }

    /**
     * A file of claims exactly as it was made. Reading it is recorded.
     *
     * @throws NotFound when there is none
     */
    @Transactional
    public KeptFile download(Permit permit, FileId id) {
        permit.require(Action.CLAIM_VIEW);
        var file = records.file(id).orElseThrow(NotFound::new);
        audit.record(permit, "billing.file", id.value(), null, "DOWNLOADED");
        return file;
    }

    private static String contentOf(List<Chosen> chosen) {
        return chosen.stream()
                .map(one ->
                        one.contract().value()
                                + " "
                                + one.client().value()
                                + " "
                                + one.days()
                                + (one.delay() == null ? "" : " " + one.delay()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
