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
import care.trellis.organizations.HomeTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to what payers granted. A client may have several at once. What is used of one and
 * what is left is asked of the ledger, which computes it from its days.
 */
@Service
public class Authorizations {

    private static final String TABLE = "authorizations.authorization";
    private static final int MOST_UNITS = 9_999;

    private final AuthorizationRecords records;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;
    private final FollowUps followUps;
    private final HomeTime home;
    private final Clock clock;

    Authorizations(
            AuthorizationRecords records,
            FollowUps followUps,
            Audit audit,
            Once once,
            ApplicationEventPublisher events,
            HomeTime home,
            Clock clock) {
        this.records = records;
        this.followUps = followUps;
        this.home = home;
        this.clock = clock;
        this.audit = audit;
        this.once = once;
        this.events = events;
    }

    /**
     * Records that a payer was asked. The same key is the same request; so is the same source of an
     * import.
     *
     * @param key made when the form was; becomes the id
     */
    @Transactional
    public Change<AuthorizationId> request(
            Permit permit, ClientId client, AuthorizationRequest asked, UUID key) {
        require(permit, client);
        var problems = new Problems();
        span(problems, asked.from(), asked.to());
        problems.require(
                asked.units() == null || (asked.units() > 0 && asked.units() <= MOST_UNITS),
                "units",
                "UNITS",
                "Enter a number from 1 to 9,999, or leave it empty.");
        problems.require(
                ServiceCodes.wellFormed(asked.procedureCode()),
                "procedureCode",
                "CODE",
                "Enter codes of five signs, such as H0015, 90853.");
        problems.atMost(asked.procedureCode(), 120, "procedureCode", "the codes");
        problems.require(
                records.covered(permit.organization(), client, asked.contract()),
                "contract",
                "NOT_COVERED",
                "Choose the contract of one of the client's coverages.");
        if (!problems.none()) {
            return problems.refused();
        }
        if (asked.sourceId() != null) {
            var before = records.imported(permit.organization(), client, asked.sourceId());
            if (before.isPresent()) {
                return new Change.Done<>(new AuthorizationId(before.get()));
            }
        }
        if (once.first(permit, key, client + " " + asked)) {
            records.insert(permit.organization(), key, client, asked, askedAt(asked));
            audit.record(permit, TABLE, key, client.value(), "REQUESTED");
            events.publishEvent(new AuthorizationChanged(client, asked.from(), asked.to()));
        }
        return new Change.Done<>(new AuthorizationId(key));
    }

    /**
     * Records the payer's answer, or corrects one that was recorded: the last one stands, and the
     * record keeps that there was another. Deciding the same twice changes nothing.
     *
     * @throws NotFound when there is no such authorization of this client
     */
    @Transactional
    public Change<AuthorizationId> decide(
            Permit permit, ClientId client, AuthorizationId id, AuthorizationDecision decision) {
        require(permit, client);
        return decide(permit, held(permit, id, client), decision);
    }

    /**
     * An authorization that the payer's file answers, held until the transaction ends.
     *
     * @param permit for posting what payers send
     * @throws NotFound when there is none
     */
    @Transactional
    public Authorization answered(Permit permit, AuthorizationId id) {
        permit.require(Action.REMITTANCE_POST);
        return records.lock(permit.organization(), id).orElseThrow(NotFound::new);
    }

    /**
     * Records what the payer's file says, as {@link #decide} records what a person was told.
     *
     * @param permit for posting what payers send
     * @throws NotFound when there is no such authorization
     */
    @Transactional
    public Change<AuthorizationId> answered(
            Permit permit, AuthorizationId id, AuthorizationDecision decision) {
        return decide(permit, answered(permit, id), decision);
    }

    /**
     * Holds an authorization until the end of the transaction, so that two who ask for it ask one
     * after the other.
     *
     * @throws NotFound when there is none
     */
    @Transactional
    public void hold(Permit permit, AuthorizationId id) {
        permit.require(Action.AUTHORIZATION_EDIT);
        records.lock(permit.organization(), id).orElseThrow(NotFound::new);
    }

    private Authorization held(Permit permit, AuthorizationId id, ClientId client) {
        return records.lock(permit.organization(), id)
                .filter(it -> it.client().equals(client))
                .orElseThrow(NotFound::new);
    }

    private Change<AuthorizationId> decide(
            Permit permit, Authorization before, AuthorizationDecision decision) {
        var id = before.id();
        var client = before.client();
        var problems = check(decision);
        if (!problems.none()) {
            return problems.refused();
        }
        var state =
                switch (decision) {
                    case AuthorizationDecision.Approved granted -> {
                        records.approve(permit, id, granted);
                        followUps.overturned(permit, id, granted.decidedOn());
                        changed(client, before, granted.from(), granted.to());
                        yield AuthorizationState.APPROVED;
                    }
                    case AuthorizationDecision.Denied denied -> {
                        followUps.denied(permit, before, denied.decidedOn());
                        yield close(permit, before, AuthorizationState.DENIED, denied);
                    }
                    case AuthorizationDecision.Withdrawn withdrawn -> {
                        followUps.dropped(permit, id, withdrawn.decidedOn());
                        yield close(permit, before, AuthorizationState.WITHDRAWN, withdrawn);
                    }
                };
        audit.record(permit, TABLE, id.value(), client.value(), before.state() + " to " + state);
        return new Change.Done<>(id);
    }

    /**
     * The same, guarded by a key: sent twice it is decided once, and not recorded twice.
     *
     * @param key made with the form
     */
    @Transactional
    public Change<AuthorizationId> decide(
            Permit permit,
            ClientId client,
            AuthorizationId id,
            AuthorizationDecision decision,
            UUID key) {
        require(permit, client);
        var problems = check(decision);
        if (!problems.none()) {
            return problems.refused();
        }
        return once.first(permit, key, content(id, decision))
                ? decide(permit, client, id, decision)
                : new Change.Done<>(id);
    }

    private static String content(AuthorizationId id, AuthorizationDecision decision) {
        var said = id + " " + decision + " " + decision.decidedOn() + " " + decision.reference();
        return switch (decision) {
            case AuthorizationDecision.Approved granted ->
                    String.join(
                            "\n",
                            said,
                            granted.number(),
                            granted.from() + " " + granted.to(),
                            granted.reviewer() + " " + granted.nextReview());
            case AuthorizationDecision.Denied denied ->
                    String.join("\n", said, "" + denied.reviewer(), "" + denied.reason());
            case AuthorizationDecision.Withdrawn withdrawn -> said;
        };
    }

    private static UUID decisionKey(UUID key) {
        return UUID.nameUUIDFromBytes((key + " decision").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Records a request together with the answer that came at once, as on a call.
     *
     * @param key made when the form was; becomes the id
     */
    @Transactional
    public Change<AuthorizationId> record(
            Permit permit,
            ClientId client,
            AuthorizationRequest asked,
            AuthorizationDecision decision,
            UUID key) {
        var problems = check(decision);
        if (!problems.none()) {
            return problems.refused();
        }
        return switch (request(permit, client, asked, key)) {
            case Change.Refused<AuthorizationId> refused -> refused;
            case Change.Done<AuthorizationId>(var id) ->
                    decide(permit, client, id, decision, decisionKey(key));
        };
    }

    /** All of a client's, the newest first. */
    @Transactional
    public List<Authorization> ofClient(Permit permit, ClientId client) {
        permit.require(
                permit.action() == Action.AUTHORIZATION_EDIT
                        ? Action.AUTHORIZATION_EDIT
                        : Action.AUTHORIZATION_VIEW,
                new Resource(Resource.Kind.CLIENT, client.value()));
        audit.record(permit, TABLE, client.value(), client.value());
        return records.ofClient(permit.organization(), client);
    }

    /**
     * One of a client's, for the form that decides it.
     *
     * @throws NotFound when there is no such authorization of this client
     */
    @Transactional
    public Authorization find(Permit permit, ClientId client, AuthorizationId id) {
        return ofClient(permit, client).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * All that may need somebody: those that wait for the payer, those granted that cover today or
     * later days and are not followed by another, and those denied since a day.
     */
    @Transactional
    public List<Authorization> current(Permit permit, LocalDate today, LocalDate deniedSince) {
        permit.require(Action.AUTHORIZATION_VIEW);
        var current =
                records.current(
                        permit.organization(),
                        permit.actor().sites().toArray(UUID[]::new),
                        today,
                        deniedSince);
        audit.recordMany(permit, TABLE, null, current.size());
        return current;
    }

    /** These, at the sites the reader works at; those that are not there are left out. */
    @Transactional(readOnly = true)
    public List<Authorization> all(Permit permit, Collection<AuthorizationId> ids) {
        permit.require(Action.AUTHORIZATION_VIEW);
        return records.all(permit.organization(), permit.actor().sites().toArray(UUID[]::new), ids);
    }

    /** The contracts that can be asked for a client, the one that pays first at the head. */
    @Transactional(readOnly = true)
    public List<AuthorizationContract> contracts(Permit permit, ClientId client, LocalDate today) {
        permit.require(
                permit.action() == Action.AUTHORIZATION_EDIT
                        ? Action.AUTHORIZATION_EDIT
                        : Action.AUTHORIZATION_VIEW,
                new Resource(Resource.Kind.CLIENT, client.value()));
        return records.contracts(permit.organization(), client, today);
    }

    private AuthorizationState close(
            Permit permit,
            Authorization before,
            AuthorizationState state,
            AuthorizationDecision decision) {
        records.close(permit, before.id(), state, decision);
        changed(before.client(), before, before.from(), before.to());
        return state;
    }

    /** Now, where it is recorded on the day it is asked; before that the hour is not known. */
    private @Nullable Instant askedAt(AuthorizationRequest asked) {
        var now = clock.instant();
        var day = asked.requestedOn().atStartOfDay(home.zone()).toInstant();
        var hours = Duration.between(day, now);
        return hours.isNegative() || hours.toHours() > 36 ? null : now;
    }

    private void changed(ClientId client, Authorization before, LocalDate from, LocalDate to) {
        events.publishEvent(
                new AuthorizationChanged(
                        client,
                        before.from().isBefore(from) ? before.from() : from,
                        before.to().isAfter(to) ? before.to() : to));
    }

    private static Problems check(AuthorizationDecision decision) {
        var problems = new Problems();
        problems.atMost(decision.reference(), 80, "reference", "the reference");
        if (decision instanceof AuthorizationDecision.Denied denied) {
            problems.atMost(denied.reviewer(), 80, "reviewer", "the reviewer's name");
            problems.atMost(denied.reason(), 2_000, "reason", "the reason");
        }
        if (decision instanceof AuthorizationDecision.Approved granted) {
            problems.atMost(granted.reviewer(), 80, "reviewer", "the reviewer's name");
            problems.require(
                    granted.nextReview() == null || !granted.nextReview().isBefore(granted.from()),
                    "nextReview",
                    "REVIEW_BEFORE_START",
                    "Enter a day on or after the first day granted.");
            problems.text(granted.number(), 50, "number", "the payer's number: claims carry it");
            problems.require(
                    granted.units() >= 0 && granted.units() <= MOST_UNITS,
                    "units",
                    "UNITS",
                    "Enter a number from 0 to 9,999.");
            span(problems, granted.from(), granted.to());
        }
        return problems;
    }

    private static void span(Problems problems, LocalDate from, LocalDate to) {
        problems.require(
                !to.isBefore(from),
                "to",
                "ENDS_BEFORE_START",
                "Enter an end on or after the start.");
    }

    private static void require(Permit permit, ClientId client) {
        permit.require(
                new Resource(Resource.Kind.CLIENT, client.value()),
                Action.AUTHORIZATION_EDIT,
                Action.IMPORT_RUN);
    }
}
