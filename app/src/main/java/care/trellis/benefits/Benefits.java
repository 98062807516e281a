package care.trellis.benefits;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.CoverageChanged;
import care.trellis.clients.CoverageId;
import care.trellis.clients.Coverages;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what plans cover: what payers said, and whom to ask again. */
@Service
public class Benefits {

    private static final int LONGEST_NAME = 120;

    private final VerificationRecords records;
    private final DueRecords dues;
    private final InquiryRecords inquiries;
    private final Coverages coverages;
    private final Clients clients;
    private final HomeTime home;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Benefits(
            VerificationRecords records,
            DueRecords dues,
            InquiryRecords inquiries,
            Coverages coverages,
            Clients clients,
            HomeTime home,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.dues = dues;
        this.inquiries = inquiries;
        this.coverages = coverages;
        this.clients = clients;
        this.home = home;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Every check of a client, the newest first. The reading is recorded. */
    @Transactional
    public List<Verification> of(Permit permit, ClientId client) {
        permit.require(resource(client), BENEFIT_VIEW, BENEFIT_EDIT);
        audit.record(permit, "benefits.verification", client.value(), client.value());
        return records.of(client);
    }

    /** The coverages that hold today or are yet to begin, who is billed first at the top. */
    @Transactional(readOnly = true)
    public List<Covered> covered(Permit permit, ClientId client) {
        permit.require(resource(client), BENEFIT_VIEW, BENEFIT_EDIT);
        var zone = clients.zone(permit, client);
        var today = clients.today(permit, client);
        var checks = records.of(client);
        var changed = records.changedAt(client);
        var asked = inquiries.of(client);
        return coverages.of(permit, client).stream()
                .filter(one -> one.terms().to() == null || !one.terms().to().isBefore(today))
                .map(one -> {
                    var latest =
                            checks.stream()
                                    .filter(check -> check.coverage().equals(one.id()))
                                    .findFirst()
                                    .orElse(null);
                    var inquiry =
                            asked.stream()
                                    .filter(question -> question.coverage().equals(one.id()))
                                    .findFirst()
                                    .orElse(null);
                    return new Covered(
                            one,
                            latest,
                            Recheck.due(
                                    latest == null ? null : LocalDate.ofInstant(latest.at(), zone),
                                    latest == null ? null : latest.findings().state(),
                                    changed == null
                                                    || latest != null
                                                            && !changed.isAfter(latest.at())
                                            ? null
                                            : LocalDate.ofInstant(changed, zone),
                                    today),
                            inquiry == null || inquiry.answered() ? null : inquiry.askedAt(),
                            inquiry == null ? "" : inquiry.rejection());
                })
                .toList();
    }

    /**
     * Writes down what a payer said to somebody. The same key twice writes it once.
     *
     * @param key made with the form; becomes the check's id
     * @param source by phone it names whom one spoke with, and any way has a reference or says so
     *     in the words
     */
    @Transactional
    public Change<VerificationId> record(
            Permit permit,
            UUID key,
            ClientId client,
            CoverageId coverage,
            Verification.Source source,
            Findings findings) {
        permit.require(BENEFIT_EDIT, resource(client));
        var known =
                coverages.of(permit, client).stream().anyMatch(one -> one.id().equals(coverage));
        if (!known) {
            throw new NotFound();
        }
        var problems =
                findings.problems()
                        .require(
                                source.way() != Verification.Way.PHONE
                                        || !source.spokeWith().isBlank(),
                                "spokeWith",
                                "MISSING",
                                "Enter whom you spoke with: it is what an appeal rests on.")
                        .require(
                                source.way() != Verification.Way.PHONE
                                        || !source.reference().isBlank(),
                                "reference",
                                "MISSING",
                                "Enter the reference number of the call, or \"none given\".")
                        .atMost(source.spokeWith(), LONGEST_NAME, "spokeWith", "the name")
                        .atMost(source.reference(), LONGEST_NAME, "reference", "the reference");
        if (!problems.none()) {
            return problems.refused();
        }
        var id = new VerificationId(key);
        if (once.first(
                permit, key, "benefits " + coverage.value() + source + contentOf(findings))) {
            records.insert(id, client, coverage, source, findings, permit.actor(), clock.instant());
            audit.record(permit, "benefits.verification", key, client.value(), source.way().name());
        }
        return new Change.Done<>(id);
    }

    /** What is to be checked at one's sites, newcomers first. */
    @Transactional
    public List<Due> due(Permit permit) {
        permit.require(BENEFIT_VIEW, BENEFIT_EDIT);
        var found = dues.due(home.today(), home.zone(), permit.actor().sites(), true);
        audit.recordMany(permit, "benefits.due", null, found.size());
        return found;
    }

    /** A new card, or one that ends: what was checked before holds no more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CoverageChanged changed) {
        records.changed(changed.client(), clock.instant());
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }

    private static String contentOf(Findings findings) {
        return String.join(
                "\n",
                findings.state().name(),
                findings.network().name(),
                findings.plan(),
                String.valueOf(findings.limit()),
                String.valueOf(findings.deductible()),
                String.valueOf(findings.deductibleApplies()),
                String.valueOf(findings.maximum()),
                String.valueOf(findings.copay()),
                String.valueOf(findings.coinsurance()),
                findings.authorization().name(),
                findings.carveOut(),
                findings.carveOutContact(),
                String.valueOf(findings.allowed()),
                findings.words());
    }
}
