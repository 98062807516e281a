package care.trellis.medications;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists to be compared, treatment that comes due, AIMS to be rated, and what a prescriber has yet
 * to look through.
 */
@Component
class MedicationInbox implements Inbox {

    /** An injection may be given three days early. */
    private static final int AHEAD_DAYS = 3;

    private final MedicationRecords medications;
    private final ReconciliationRecords reconciliations;
    private final AimsReminders aims;
    private final Access access;
    private final HomeTime home;
    private final Clock clock;

    MedicationInbox(
            MedicationRecords medications,
            ReconciliationRecords reconciliations,
            AimsReminders aims,
            Access access,
            HomeTime home,
            Clock clock) {
        this.medications = medications;
        this.reconciliations = reconciliations;
        this.aims = aims;
        this.access = access;
        this.home = home;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.MEDICATION_RECONCILE)) {
            return List.of();
        }
        var today = home.today();
        return Stream.of(
                        due(permit, today),
                        treatment(permit, today),
                        aims(permit, today),
                        looks(permit))
                .flatMap(List::stream)
                .toList();
    }

    private List<Waiting> due(Permit permit, LocalDate today) {
        var waiting = new ArrayList<Waiting>();
        for (var stay : reconciliations.stays(today.minusDays(DueReconciliations.ASKED_DAYS))) {
            var there = LocalDate.ofInstant(clock.instant(), stay.zone());
            if (permit.actor().worksAt(stay.site())) {
                DueReconciliations.of(stay.stay(), there)
                        .ifPresent(due ->
                                waiting.add(
                                        waiting(
                                                due.by(),
                                                stay.name(),
                                                "Reconcile medications: "
                                                        + due.moment()
                                                                .label()
                                                                .toLowerCase(java.util.Locale.US),
                                                Role.CLINICIAN,
                                                stay.client(),
                                                "/reconciliation")));
            }
        }
        return waiting;
    }

    private List<Waiting> treatment(Permit permit, LocalDate today) {
        return medications.treatmentDue(today.plusDays(AHEAD_DAYS)).stream()
                .filter(one -> permit.actor().worksAt(one.site()))
                .map(one ->
                        waiting(
                                one.on(),
                                one.name(),
                                one.medication()
                                        + (one.on().isBefore(today)
                                                ? " was due: call"
                                                : " comes due"),
                                Role.PRESCRIBER,
                                one.client(),
                                ""))
                .toList();
    }

    private List<Waiting> aims(Permit permit, LocalDate today) {
        var rated = medications.lastRated(AimsReminders.INSTRUMENT);
        var taken = new LinkedHashMap<UUID, List<MedicationRecords.Due>>();
        medications.taken().stream()
                .filter(one -> permit.actor().worksAt(one.site()))
                .forEach(one ->
                        taken.computeIfAbsent(one.client(), first -> new ArrayList<>()).add(one));
        var waiting = new ArrayList<Waiting>();
        taken.forEach((client, all) ->
                aims.due(
                                all.stream()
                                        .map(one ->
                                                new AimsReminders.Taken(one.medication(), one.on()))
                                        .toList(),
                                rated.get(client))
                        .filter(day -> !day.isAfter(today.plusDays(14)))
                        .ifPresent(day ->
                                waiting.add(
                                        waiting(
                                                day,
                                                all.getFirst().name(),
                                                "Rate the AIMS: an antipsychotic is taken",
                                                Role.PRESCRIBER,
                                                client,
                                                ""))));
        return waiting;
    }

    private List<Waiting> looks(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.MEDICATION_REVIEW)) {
            return List.of();
        }
        return reconciliations.waiting().stream()
                .filter(one -> permit.actor().worksAt(one.site()))
                .map(one ->
                        waiting(
                                one.signedOn(),
                                one.name(),
                                "Look through what %s reconciled%s"
                                        .formatted(
                                                one.by(),
                                                one.unknown() == 0
                                                        ? ""
                                                        : ": " + one.unknown() + " unknown"),
                                Role.PRESCRIBER,
                                one.client(),
                                ""))
                .toList();
    }

    private static Waiting waiting(
            LocalDate due, String client, String what, Role owner, UUID id, String below) {
        return new Waiting(
                Waiting.Urgency.DEADLINE,
                due,
                client,
                what,
                owner.label(),
                Money.ZERO,
                "/clients/" + id + "/medications" + below);
    }
}
