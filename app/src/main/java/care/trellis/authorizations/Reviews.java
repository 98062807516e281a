package care.trellis.authorizations;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.ConsentState;
import care.trellis.episodes.Clearances;
import care.trellis.payers.ContractId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to utilization review beside the decisions themselves: what the packet holds and
 * when it left, how a payer decides, and what a denial asks of us.
 */
@Service
public class Reviews {

    private static final String PACKET = "authorizations.packet";
    private static final int MEMORY_DAYS = 365;

    private final AuthorizationRecords authorizations;
    private final PacketRecords evidence;
    private final PacketStore packets;
    private final ReviewTermsRecords terms;
    private final FollowUps followUps;
    private final Clearances clearances;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Reviews(
            AuthorizationRecords authorizations,
            PacketRecords evidence,
            PacketStore packets,
            ReviewTermsRecords terms,
            FollowUps followUps,
            Clearances clearances,
            Audit audit,
            Once once,
            Clock clock) {
        this.authorizations = authorizations;
        this.evidence = evidence;
        this.packets = packets;
        this.terms = terms;
        this.followUps = followUps;
        this.clearances = clearances;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What the record holds today for each of these, by its client. */
    @Transactional
    public Map<AuthorizationId, Packet> packets(
            Permit permit, Collection<Authorization> of, LocalDate today) {
        permit.require(Action.AUTHORIZATION_VIEW, Action.AUTHORIZATION_EDIT);
        var clients = of.stream().map(Authorization::client).toList();
        var gathered = evidence.of(permit.organization(), clients, today);
        var settings = terms(permit, of.stream().map(Authorization::contract).toList());
        var found = new HashMap<AuthorizationId, Packet>();
        for (var one : of) {
            var client = gathered.get(one.client());
            var set = settings.get(one.contract());
            if (client != null && set != null) {
                var asked = set.criteria();
                var criteria =
                        asked != null
                                ? asked
                                : client.substances ? Criteria.ASAM_4 : Criteria.GENERAL;
                found.put(one.id(), Packet.of(criteria, client.found, today));
            }
        }
        audit.recordMany(permit, PACKET, null, found.size());
        return found;
    }

    /** How payers decide under these contracts. */
    @Transactional(readOnly = true)
    public Map<ContractId, ReviewTerms> terms(Permit permit, Collection<ContractId> contracts) {
        permit.require(Action.AUTHORIZATION_VIEW, Action.AUTHORIZATION_EDIT);
        return terms.of(permit.organization(), contracts);
    }

    /** What the payer did with our requests in the last year. */
    @Transactional(readOnly = true)
    public PayerMemory memory(Permit permit, ContractId contract, LocalDate today) {
        permit.require(Action.AUTHORIZATION_VIEW, Action.AUTHORIZATION_EDIT);
        return terms.memory(permit.organization(), contract, today.minusDays(MEMORY_DAYS));
    }

    /**
     * Keeps how a payer decides under a contract.
     *
     * @throws NotFound when there is no such contract
     */
    @Transactional
    public Change<ContractId> setTerms(Permit permit, ReviewTerms typed) {
        permit.require(Action.AUTHORIZATION_EDIT);
        terms.of(permit.organization(), typed.contract());
        var problems = new Problems();
        problems.require(
                typed.decisionHours() >= 1 && typed.decisionHours() <= 2_160,
                "decisionHours",
                "HOURS",
                "Enter hours from 1 to 2,160.");
        problems.require(
                typed.peerDays() >= 0 && typed.peerDays() <= 90,
                "peerDays",
                "DAYS",
                "Enter working days from 0 to 90.");
        problems.require(
                typed.appealDays() >= 1 && typed.appealDays() <= 730,
                "appealDays",
                "DAYS",
                "Enter days from 1 to 730.");
        problems.atMost(typed.phone(), 60, "phone", "the phone number");
        problems.atMost(typed.portal(), 300, "portal", "the address");
        problems.require(
                typed.portal() == null || typed.portal().startsWith("https://"),
                "portal",
                "ADDRESS",
                "Enter an address that begins with https://.");
        problems.atMost(typed.script(), 2_000, "script", "the script");
        if (!problems.none()) {
            return problems.refused();
        }
        terms.save(permit, typed);
        audit.record(
                permit, "authorizations.review_terms", typed.contract().value(), null, "CHANGED");
        return new Change.Done<>(typed.contract());
    }

    /**
     * Marks the packet as it stands now as sent, and keeps it as it left with the consent it left
     * under. The same key is the same packet.
     *
     * @param key made with the form; becomes the id
     * @throws NotFound when there is no such authorization of this client
     */
    @Transactional
    public Change<UUID> send(
            Permit permit,
            ClientId client,
            AuthorizationId authorization,
            SentPacket.Purpose purpose,
            UUID key,
            LocalDate today) {
        permit.require(
                Action.AUTHORIZATION_EDIT, new Resource(Resource.Kind.CLIENT, client.value()));
        var found =
                authorizations
                        .lock(permit.organization(), authorization)
                        .filter(it -> it.client().equals(client))
                        .orElseThrow(NotFound::new);
        var clearance = clearances.of(permit, client);
        if (!clearance.open()) {
            return Change.refused(
                    "consent",
                    "NO_CONSENT",
                    "Nothing may leave: 42 CFR Part 2 applies and no payment consent is in force.");
        }
        if (once.first(permit, key, "packet " + authorization + purpose)) {
            var packet = packets(permit, List.of(found), today).get(authorization);
            if (packet == null) {
                throw new NotFound();
            }
            var consent =
                    clearance.consent() instanceof ConsentState.InForce force
                            ? force.consent()
                            : null;
            packets.insert(permit, key, found, purpose, packet, consent, today, clock.instant());
            audit.record(
                    permit,
                    PACKET,
                    key,
                    client.value(),
                    "DISCLOSED "
                            + (consent == null ? "without Part 2" : "under " + consent.value()));
        }
        return new Change.Done<>(key);
    }

    /**
     * One that left.
     *
     * @throws NotFound when there is none of this client
     */
    @Transactional
    public SentPacket sent(Permit permit, ClientId client, UUID packet) {
        permit.require(
                Action.AUTHORIZATION_VIEW, new Resource(Resource.Kind.CLIENT, client.value()));
        audit.record(permit, PACKET, packet, client.value());
        return packets.find(permit.organization(), client, packet);
    }

    /** All that left for an authorization, the newest first. */
    @Transactional(readOnly = true)
    public List<SentPacket> sent(Permit permit, AuthorizationId authorization) {
        permit.require(Action.AUTHORIZATION_VIEW, Action.AUTHORIZATION_EDIT);
        return packets.of(permit.organization(), authorization);
    }

    /** What denials of these ask of us, in the order of the steps. */
    @Transactional(readOnly = true)
    public List<FollowUp> followUps(Permit permit, Collection<AuthorizationId> of) {
        permit.require(Action.AUTHORIZATION_VIEW, Action.AUTHORIZATION_EDIT);
        return followUps.of(permit, of);
    }

    /**
     * Records how a step after a denial ended, and opens the next: after a talk that changed
     * nothing the appeal, after the appeal its answer. Closing twice changes nothing. What the
     * payer grants after all is recorded as a decision, which closes every step by itself.
     *
     * @throws NotFound when there is no such authorization of this client
     */
    @Transactional
    public Change<AuthorizationId> close(
            Permit permit,
            ClientId client,
            AuthorizationId authorization,
            FollowUp.Kind kind,
            FollowUp.Outcome outcome,
            LocalDate today) {
        permit.require(
                Action.AUTHORIZATION_EDIT, new Resource(Resource.Kind.CLIENT, client.value()));
        var found =
                authorizations
                        .lock(permit.organization(), authorization)
                        .filter(it -> it.client().equals(client))
                        .orElseThrow(NotFound::new);
        if (!followUps.close(permit, authorization, kind, today, outcome)) {
            return new Change.Done<>(authorization);
        }
        var set = terms.of(permit.organization(), found.contract());
        var denied = found.decidedOn() == null ? today : found.decidedOn();
        if (kind == FollowUp.Kind.PEER_TO_PEER && outcome != FollowUp.Outcome.OVERTURNED) {
            followUps.open(
                    permit, authorization, FollowUp.Kind.APPEAL, today, set.appealBy(denied));
        }
        if (kind == FollowUp.Kind.APPEAL && outcome == FollowUp.Outcome.FILED) {
            followUps.open(
                    permit,
                    authorization,
                    FollowUp.Kind.APPEAL_ANSWER,
                    today,
                    today.plusDays(set.regime().answerDays()));
        }
        audit.record(
                permit,
                "authorizations.follow_up",
                authorization.value(),
                client.value(),
                kind + " " + outcome);
        return new Change.Done<>(authorization);
    }
}
