package care.trellis.benefits;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.benefits.Asked.NotAsked;
import care.trellis.billing.Envelopes;
import care.trellis.billing.OutgoingFiles;
import care.trellis.clients.Client;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.ConsentState;
import care.trellis.clients.Coverage;
import care.trellis.clients.CoverageId;
import care.trellis.clients.Coverages;
import care.trellis.clients.Restrictions;
import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Npi;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.benefits.BenefitQuestion;
import care.trellis.engine.x12.benefits.BenefitWriter;
import care.trellis.episodes.Clearance;
import care.trellis.episodes.Clearances;
import care.trellis.organizations.BillingIdentity;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.Organizations;
import care.trellis.payers.ContractId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks payers by file (270). Nothing leaves of a client of a Part 2 program without a consent in
 * force (42 CFR 2.31), and what leaves is recorded with the consent that it left under.
 */
@Service
public class Inquiries {

    private static final int FILES = 20;

    private final InquiryRecords records;
    private final Clients clients;
    private final Coverages coverages;
    private final Restrictions restrictions;
    private final Clearances clearances;
    private final Organizations organizations;
    private final OutgoingFiles files;
    private final Envelopes envelopes;
    private final HomeTime home;
    private final Audit audit;
    private final Clock clock;

    Inquiries(
            InquiryRecords records,
            Clients clients,
            Coverages coverages,
            Restrictions restrictions,
            Clearances clearances,
            Organizations organizations,
            OutgoingFiles files,
            Envelopes envelopes,
            HomeTime home,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.clients = clients;
        this.coverages = coverages;
        this.restrictions = restrictions;
        this.clearances = clearances;
        this.organizations = organizations;
        this.files = files;
        this.envelopes = envelopes;
        this.home = home;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose coverage is asked about. */
    public record Question(ClientId client, CoverageId coverage) {}

    private record Ready(
            Client client, Coverage.Terms terms, CoverageId coverage, Clearance clearance) {}

    /**
     * Asks about these coverages, in one file for each contract. One that waits for an answer is
     * not asked about again.
     */
    @Transactional
    public Asked ask(Permit permit, Collection<Question> questions) {
        permit.require(BENEFIT_EDIT);
        var identity = organizations.identity(permit);
        var left = new ArrayList<NotAsked>();
        var ready = new LinkedHashMap<ContractId, List<Ready>>();
        for (var question : questions) {
            var client = clients.find(permit, question.client());
            clients.hold(permit, question.client());
            var terms =
                    coverages.of(permit, question.client()).stream()
                            .filter(one -> one.id().equals(question.coverage()))
                            .map(Coverage::terms)
                            .findFirst();
            if (terms.isEmpty()) {
                continue;
            }
            var clearance = clearances.of(permit, question.client());
            var silent =
                    restrictions.of(permit, question.client()).stream()
                            .anyMatch(one -> one.holds(question.coverage(), home.today()));
            var why =
                    silent
                            ? "The client pays and keeps this payer out of it: nothing is sent."
                            : obstacle(identity, question, terms.get(), clearance);
            var contract = terms.get().contractId();
            if (why.isEmpty() && contract != null) {
                ready.computeIfAbsent(contract, first -> new ArrayList<>())
                        .add(new Ready(client, terms.get(), question.coverage(), clearance));
            } else {
                left.add(new NotAsked(question.client(), client.person().shortName(), why));
            }
        }
        for (var one : ready.entrySet()) {
            send(permit, identity, one);
        }
        return new Asked(ready.values().stream().mapToInt(List::size).sum(), left);
    }

    /** The newest files of questions, at most 20. */
    @Transactional(readOnly = true)
    public List<QuestionFile> files(Permit permit) {
        permit.require(BENEFIT_VIEW, BENEFIT_EDIT);
        return records.files(permit.actor().sites(), FILES);
    }

    /**
     * A file exactly as it went out, for a clearinghouse that is reached by hand. Reading it is
     * recorded.
     *
     * @throws NotFound when there is none of that number
     */
    @Transactional
    public byte[] download(Permit permit, long number) {
        permit.require(BENEFIT_EDIT);
        var content = records.content(number, permit.actor().sites()).orElseThrow(NotFound::new);
        audit.record(
                permit,
                "billing.file",
                permit.organization().value(),
                null,
                "DOWNLOADED " + number);
        return content;
    }

    private String obstacle(
            BillingIdentity identity,
            Question question,
            Coverage.Terms terms,
            Clearance clearance) {
        if (!Npi.isValid(Objects.requireNonNullElse(identity.npi(), ""))) {
            return "The organization has no NPI: add it in the settings.";
        }
        if (terms.contractId() == null) {
            return "The payer is linked to no contract of ours: check by phone.";
        }
        if (terms.memberId().isBlank()) {
            return "The card has no member id: add it to the coverage.";
        }
        if (!clearance.open()) {
            return "No consent to disclose for payment is in force (42 CFR Part 2): have it signed"
                    + " first.";
        }
        boolean waits =
                records.of(question.client()).stream()
                        .anyMatch(one ->
                                one.coverage().equals(question.coverage()) && !one.answered());
        return waits ? "A question waits for its answer already." : "";
    }

    private void send(
            Permit permit, BillingIdentity identity, Map.Entry<ContractId, List<Ready>> asked) {
        var payer = records.payer(asked.getKey());
        var now = clock.instant();
        var day = home.today();
        var inquiries =
                asked.getValue().stream()
                        .map(one ->
                                new Inquiry(
                                        new InquiryId(Ids.next()),
                                        one.client().id(),
                                        one.coverage(),
                                        now,
                                        false,
                                        ""))
                        .toList();
        var questions = new ArrayList<BenefitQuestion>();
        for (int i = 0; i < inquiries.size(); i++) {
            var one = asked.getValue().get(i);
            var person = one.client().person();
            questions.add(
                    new BenefitQuestion(
                            inquiries.get(i).trace(),
                            new Member(
                                    person.familyName(),
                                    person.givenName(),
                                    one.terms().memberId(),
                                    person.birthDate(),
                                    person.sex().name()),
                            one.terms().from().isAfter(day) ? one.terms().from() : day,
                            BenefitQuestion.FOR_INTENSIVE_OUTPATIENT));
        }
        var npi = Objects.requireNonNullElse(identity.npi(), "");
        var us = new Submitter(identity.name(), npi, "Admissions", "");
        long number =
                files.send(
                        permit,
                        OutgoingFiles.Kind.BENEFIT_QUESTIONS,
                        payer.receiver(),
                        control ->
                                BenefitWriter.ask(
                                        envelopes.of(us, payer.name(), payer.receiver(), control),
                                        new Party(payer.name(), "PI", payer.code()),
                                        new Party(identity.name(), "XX", npi),
                                        questions));
        for (int i = 0; i < inquiries.size(); i++) {
            var inquiry = inquiries.get(i);
            var consent =
                    asked.getValue().get(i).clearance().consent()
                                    instanceof ConsentState.InForce inForce
                            ? inForce.consent().value()
                            : null;
            records.insert(
                    inquiry.id(),
                    inquiry.client(),
                    inquiry.coverage(),
                    number,
                    consent,
                    permit.actor(),
                    now);
            audit.record(
                    permit,
                    "benefits.inquiry",
                    inquiry.id().value(),
                    inquiry.client().value(),
                    "DISCLOSED " + (consent == null ? "WITHOUT PART 2" : "UNDER " + consent));
        }
    }
}
