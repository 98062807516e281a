package care.trellis.plans;

import static care.trellis.base.Action.LEVEL_CHANGE;
import static care.trellis.base.Action.PLAN_CERTIFY;
import static care.trellis.base.Action.PLAN_EDIT;
import static care.trellis.base.Action.PLAN_SIGN;
import static care.trellis.base.Action.PLAN_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.Episode;
import care.trellis.episodes.Plan;
import care.trellis.episodes.Planning;
import care.trellis.episodes.Plans;
import care.trellis.organizations.StaffNames;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to signatures under a plan. The author's freezes a version by its hash and starts
 * the clock of the next review; client, guardian, prescriber and team sign that same version. The
 * prescriber's is what a payer's rule asks for.
 */
@Service
public class PlanSignatures {

    private final VersionRecords records;
    private final TreatmentPlans plans;
    private final Plans prescriptions;
    private final Reviews reviews;
    private final Clients clients;
    private final StaffNames staff;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    PlanSignatures(
            VersionRecords records,
            TreatmentPlans plans,
            Plans prescriptions,
            Reviews reviews,
            Clients clients,
            StaffNames staff,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.plans = plans;
        this.prescriptions = prescriptions;
        this.reviews = reviews;
        this.clients = clients;
        this.staff = staff;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** The versions of the stay that is open, or of the last one, the newest first. */
    @Transactional(readOnly = true)
    public List<SignedPlan> of(Permit permit, ClientId client) {
        permit.require(
                TreatmentPlans.resource(client),
                PLAN_VIEW,
                PLAN_EDIT,
                PLAN_SIGN,
                PLAN_CERTIFY,
                LEVEL_CHANGE);
        return plans.stay(permit, client).map(stay -> records.of(stay.id())).orElse(List.of());
    }

    /**
     * Signs the plan as it stands today, as its author. The hours it prescribes hold from today,
     * without a prescriber's signature until one is given.
     *
     * @param key made with the form; becomes the version's id
     * @return the version, or every gap that keeps it from being signed
     */
    @Transactional
    public Change<VersionId> sign(Permit permit, UUID key, ClientId client) {
        permit.require(PLAN_SIGN, TreatmentPlans.resource(client));
        clients.hold(permit, client);
        var version = new VersionId(key);
        var stay = plans.open(permit, client);
        if (records.of(stay.id()).stream().anyMatch(one -> one.id().equals(version))) {
            return new Change.Done<>(version);
        }
        var plan = plans.plan(permit, stay);
        var gaps = PlanChecks.missing(plan);
        if (!gaps.isEmpty()) {
            return new Change.Refused<>(
                    gaps.stream().map(gap -> new Problem("", "INCOMPLETE", gap)).toList());
        }
        if (once.first(permit, key, "sign plan " + stay.id())) {
            var today = clients.today(permit, client);
            var reviewOn = today.plusDays(reviews.cadence(client, stay).reviewDays());
            int number = records.nextNumber(stay.id());
            var content =
                    new PlanContent(PlanContent.FORMAT, number, today.toString(), plan).written();
            records.insert(version, stay.id(), number, today, reviewOn, content, clock.instant());
            append(permit, key, version, SignedPlan.Signer.AUTHOR, staff.printed(permit.actor()));
            prescribe(permit, client, stay, plan.outline().minutesPerWeek(), today, null, null);
            reviews.signed(client, stay, reviewOn);
            audit.record(permit, "plans.version", key, client.value(), "version " + number);
        }
        return new Change.Done<>(version);
    }

    /**
     * The client, or whoever signs for the client, signs on this screen in front of the actor: the
     * name is typed, and the person agreed to sign electronically (15 USC 7001).
     *
     * @param agreed whether the person agreed to an electronic signature
     */
    @Transactional
    public Change<VersionId> clientSigns(
            Permit permit,
            UUID key,
            ClientId client,
            VersionId version,
            SignedPlan.Signer signer,
            String name,
            boolean agreed) {
        permit.require(PLAN_EDIT, TreatmentPlans.resource(client));
        if (signer != SignedPlan.Signer.CLIENT && signer != SignedPlan.Signer.GUARDIAN) {
            throw new IllegalArgumentException("Staff sign under their own account");
        }
        var problems =
                new Problems()
                        .text(name, 200, "name", "the name of the person who signs")
                        .require(
                                agreed,
                                "agreed",
                                "NOT_AGREED",
                                "Ask whether an electronic signature is fine; else sign on paper and upload it.");
        if (!problems.none()) {
            return problems.refused();
        }
        current(permit, client, version);
        if (once.first(permit, key, "client signs " + version + signer + name)) {
            append(permit, key, version, signer, name.strip());
            audit.record(permit, "plans.signature", key, client.value(), signer.name());
        }
        return new Change.Done<>(version);
    }

    /** Writes down that the client did not sign, and why; the plan holds all the same. */
    @Transactional
    public Change<VersionId> clientRefuses(
            Permit permit, UUID key, ClientId client, VersionId version, String reason) {
        permit.require(PLAN_EDIT, TreatmentPlans.resource(client));
        var problems = new Problems().text(reason, 500, "reason", "why the client did not sign");
        if (!problems.none()) {
            return problems.refused();
        }
        current(permit, client, version);
        if (once.first(permit, key, "client refuses " + version + reason)) {
            records.sign(
                    key,
                    version,
                    SignedPlan.Signer.CLIENT,
                    clients.find(permit, client).person().name(),
                    permit.actor().account(),
                    reason.strip(),
                    false,
                    clock.instant());
            audit.record(permit, "plans.signature", key, client.value(), "refused");
        }
        return new Change.Done<>(version);
    }

    /** A member of the team signs the version too. */
    @Transactional
    public void teamSigns(Permit permit, UUID key, ClientId client, VersionId version) {
        permit.require(PLAN_SIGN, TreatmentPlans.resource(client));
        current(permit, client, version);
        if (once.first(permit, key, "team signs " + version)) {
            append(permit, key, version, SignedPlan.Signer.TEAM, staff.printed(permit.actor()));
            audit.record(permit, "plans.signature", key, client.value(), "TEAM");
        }
    }

    /**
     * The prescriber signs the version, and certifies the need where asked to (42 CFR 424.24(d)).
     * From the version's first day the ledger counts the plan as signed.
     */
    @Transactional
    public void prescriberSigns(
            Permit permit, UUID key, ClientId client, VersionId version, boolean certified) {
        permit.require(PLAN_CERTIFY, TreatmentPlans.resource(client));
        var signed = current(permit, client, version);
        if (once.first(permit, key, "prescriber signs " + version + certified)) {
            var today = clients.today(permit, client);
            records.sign(
                    key,
                    version,
                    SignedPlan.Signer.PRESCRIBER,
                    staff.printed(permit.actor()),
                    permit.actor().account(),
                    null,
                    certified,
                    clock.instant());
            prescribe(
                    permit,
                    client,
                    plans.open(permit, client),
                    signed.content().outline().minutesPerWeek(),
                    signed.from(),
                    today,
                    certified ? today : null);
            audit.record(
                    permit,
                    "plans.signature",
                    key,
                    client.value(),
                    certified ? "PRESCRIBER certified" : "PRESCRIBER");
        }
    }

    private void prescribe(
            Permit permit,
            ClientId client,
            Episode stay,
            int minutes,
            LocalDate from,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate certifiedOn) {
        switch (prescriptions.adopt(
                permit,
                client,
                stay.id(),
                new Plan.Version(minutes, from, signedOn, certifiedOn))) {
            case Planning.Planned planned -> {}
            case Planning.BeforeAdmission early ->
                    throw new IllegalStateException("A plan was signed before the admission");
            case Planning.AfterDischarge late ->
                    throw new IllegalStateException("A plan was signed after the discharge");
        }
    }

    private SignedPlan current(Permit permit, ClientId client, VersionId version) {
        return records.of(plans.open(permit, client).id()).stream()
                .limit(1)
                .filter(one -> one.id().equals(version))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void append(
            Permit permit, UUID key, VersionId version, SignedPlan.Signer signer, String name) {
        records.sign(
                key, version, signer, name, permit.actor().account(), null, false, clock.instant());
    }
}
