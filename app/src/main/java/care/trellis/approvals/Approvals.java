package care.trellis.approvals;

import static care.trellis.base.Action.AUTHORIZATION_EDIT;
import static care.trellis.base.Action.AUTHORIZATION_VIEW;

import care.trellis.audit.Audit;
import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationKind;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.Authorizations;
import care.trellis.authorizations.ServiceCodes;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.billing.Envelopes;
import care.trellis.billing.OutgoingFiles;
import care.trellis.clients.ClientId;
import care.trellis.clients.ConsentState;
import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Npi;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.reviews.ReviewRequest;
import care.trellis.engine.x12.reviews.ReviewWriter;
import care.trellis.engine.x12.reviews.ReviewedService;
import care.trellis.episodes.Clearance;
import care.trellis.episodes.Clearances;
import care.trellis.organizations.BillingIdentity;
import care.trellis.organizations.Organizations;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for asking a payer by file to authorize (278), first and again when a stay goes on.
 * Nothing leaves of a client of a Part 2 program without a consent in force (42 CFR 2.31), and what
 * leaves is recorded with the consent that it left under.
 */
@Service
public class Approvals {

    /** Outpatient psychiatric care, and substance use (UM03). */
    private static final String PSYCHIATRIC = "A8";

    private static final String SUBSTANCE_USE = "AI";

    private final ApprovalRecords records;
    private final Authorizations authorizations;
    private final Clearances clearances;
    private final Organizations organizations;
    private final OutgoingFiles files;
    private final Envelopes envelopes;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Approvals(
            ApprovalRecords records,
            Authorizations authorizations,
            Clearances clearances,
            Organizations organizations,
            OutgoingFiles files,
            Envelopes envelopes,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.authorizations = authorizations;
        this.clearances = clearances;
        this.organizations = organizations;
        this.files = files;
        this.envelopes = envelopes;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Asks the payer for what an authorization records as asked. One that the payer still has is
     * not asked again.
     *
     * @param key made with the form; the same key asks once
     * @return why nothing was sent, with what mends it; empty when it is on its way
     * @throws NotFound when there is no such authorization of this client
     */
    @Transactional
    public String ask(Permit permit, ClientId client, AuthorizationId id, UUID key) {
        permit.require(AUTHORIZATION_EDIT, resource(client));
        authorizations.hold(permit, id);
        var of = authorizations.find(permit, client, id);
        var requests = records.of(id);
        if (requests.stream().anyMatch(one -> one.id().equals(key))) {
            return "";
        }
        var identity = organizations.identity(permit);
        var clearance = clearances.of(permit, client);
        var member = records.member(of).orElse(null);
        var diagnoses = records.diagnoses(of);
        boolean leaves = mayLeave(of, clearance);
        var why = obstacle(of, identity, leaves, member, diagnoses, requests);
        if (!why.isEmpty() || member == null) {
            return why;
        }
        if (once.first(permit, key, "278 " + id.value())) {
            send(
                    permit,
                    of,
                    key,
                    identity,
                    clearance,
                    request(of, key, clearance, member, diagnoses));
        }
        return "";
    }

    /** The requests of one authorization, the newest first. */
    @Transactional(readOnly = true)
    public List<Approval> of(Permit permit, ClientId client, AuthorizationId id) {
        permit.require(resource(client), AUTHORIZATION_VIEW, AUTHORIZATION_EDIT);
        return records.of(id).stream().filter(one -> one.client().equals(client)).toList();
    }

    /**
     * The file of a request exactly as it went out, for a payer that is reached by hand. Reading it
     * is recorded.
     *
     * @throws NotFound when there is no such request of this client
     */
    @Transactional
    public byte[] download(Permit permit, ClientId client, AuthorizationId id, long controlNumber) {
        permit.require(AUTHORIZATION_EDIT, resource(client));
        authorizations.find(permit, client, id);
        var content = records.content(id, controlNumber).orElseThrow(NotFound::new);
        audit.record(
                permit,
                "approvals.request",
                id.value(),
                client.value(),
                "DOWNLOADED " + controlNumber);
        return content;
    }

    /**
     * Consent, or a stay on the first day that is outside Part 2. Before a stay begins nobody knows
     * which program it will be in.
     */
    private boolean mayLeave(Authorization of, Clearance clearance) {
        return clearance.consent() instanceof ConsentState.InForce
                || (clearance.open() && records.staysOutsidePart2(of));
    }

    private static String obstacle(
            Authorization of,
            BillingIdentity identity,
            boolean leaves,
            @Nullable Member member,
            List<String> diagnoses,
            List<Approval> requests) {
        if (of.state() != AuthorizationState.REQUESTED) {
            return "It is decided already: record the next request first.";
        }
        if (requests.stream().anyMatch(one -> one.state().open())) {
            return "The payer has this request: its answer is still to come.";
        }
        if (!leaves) {
            return "No consent to disclose for payment is in force (42 CFR Part 2): have it signed"
                    + " first.";
        }
        if (!Npi.isValid(Objects.requireNonNullElse(identity.npi(), ""))) {
            return "The organization has no NPI: add it in the settings.";
        }
        if (member == null) {
            return "No coverage by this payer may hear of all these days: look at the client's"
                    + " coverage.";
        }
        if (member.memberId().isBlank()) {
            return "The card has no member id: add it to the coverage.";
        }
        if (diagnoses.isEmpty()) {
            return "No diagnosis holds on the first day: record one as ICD-10-CM.";
        }
        if (of.requested() == null || of.procedureCode() == null) {
            return "A file asks for a number of units of named services: withdraw this one and record"
                    + " the request with both.";
        }
        return "";
    }

    private ReviewRequest request(
            Authorization of, UUID id, Clearance clearance, Member member, List<String> diagnoses) {
        var earlier =
                of.kind() == AuthorizationKind.CONCURRENT
                        ? records.earlierNumber(of).orElse(null)
                        : null;
        return new ReviewRequest(
                Approval.trace(id),
                member,
                earlier == null ? "I" : "4",
                clearance.part2() ? SUBSTANCE_USE : PSYCHIATRIC,
                false,
                earlier,
                diagnoses,
                services(of));
    }

    /** What is asked for; several services share one quantity, which is said of them together. */
    private static List<ReviewedService> services(Authorization of) {
        var codes = ServiceCodes.of(of.procedureCode());
        int units = Objects.requireNonNullElse(of.requested(), 0);
        var unit =
                switch (of.unit()) {
                    case DAY -> "DY";
                    case VISIT -> "VS";
                    case HOUR -> "HS";
                    case UNIT -> "FL";
                };
        if (codes.size() == 1) {
            return List.of(service(of, codes.getFirst(), units, unit));
        }
        return Stream.concat(
                        Stream.of(service(of, null, units, unit)),
                        codes.stream().map(code -> service(of, code, 0, "")))
                .toList();
    }

    private static ReviewedService service(
            Authorization of, @Nullable String code, int units, String unit) {
        return new ReviewedService(code, null, units, unit, of.from(), of.to(), null);
    }

    private void send(
            Permit permit,
            Authorization of,
            UUID id,
            BillingIdentity identity,
            Clearance clearance,
            ReviewRequest request) {
        var payer = records.payer(of);
        var npi = Objects.requireNonNullElse(identity.npi(), "");
        var now = clock.instant();
        var us = new Submitter(identity.name(), npi, "Utilization review", "");
        long number =
                files.send(
                        permit,
                        OutgoingFiles.Kind.REVIEW_REQUESTS,
                        payer.receiver(),
                        control ->
                                ReviewWriter.ask(
                                        envelopes.of(us, payer.name(), payer.receiver(), control),
                                        new Party(payer.name(), "PI", payer.code()),
                                        new Party(identity.name(), "XX", npi),
                                        List.of(request)));
        var consent =
                clearance.consent() instanceof ConsentState.InForce inForce
                        ? inForce.consent().value()
                        : null;
        records.insert(id, of, number, consent, permit.actor(), now);
        audit.record(
                permit,
                "approvals.request",
                id,
                of.client().value(),
                "DISCLOSED " + (consent == null ? "WITHOUT PART 2" : "UNDER " + consent));
    }

    private static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
