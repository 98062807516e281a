package care.trellis.medications;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.ChartPart;
import care.trellis.web.Event;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Medications on the chart: what is taken, what must not be, and each step of the list. */
@Component
@Order(18)
class MedicationPart implements ChartPart {

    private final MedicationRecords records;
    private final Allergies allergies;
    private final ReconciliationRecords reconciliations;
    private final Clients clients;
    private final Access access;

    MedicationPart(
            MedicationRecords records,
            Allergies allergies,
            ReconciliationRecords reconciliations,
            Clients clients,
            Access access) {
        this.records = records;
        this.allergies = allergies;
        this.reconciliations = reconciliations;
        this.clients = clients;
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.MEDICATION_VIEW)
                ? List.of(new Place("Medications", "leaf", "/clients/" + client + "/medications"))
                : List.of();
    }

    @Override
    public void write(Permit permit, Whose whose, Sheet sheet) {
        if (!access.mayByRole(permit.actor(), Action.MEDICATION_VIEW)) {
            return;
        }
        var id = new ClientId(whose.client());
        var path = path(whose.client());
        var medications = records.of(id);
        var lines = new ArrayList<Line>();
        reconciliations.stays(id).stream()
                .findFirst()
                .flatMap(stay -> DueReconciliations.of(stay, whose.today()))
                .map(due -> line(due, whose.today(), path))
                .ifPresent(lines::add);
        for (var allergy : allergies.known(id, whose.zone()).standing()) {
            lines.add(
                    new Line(
                            allergy.substance(),
                            allergy.reaction(),
                            "Allergy",
                            Tone.BAD,
                            "",
                            path));
        }
        medications.stream()
                .filter(Medication::isActive)
                .map(one -> line(one, whose.client()))
                .forEach(lines::add);
        sheet.cards().add(new Card("Medications", lines, "Nothing is listed.", path));
        for (var medication : medications) {
            medication.steps().forEach(step -> sheet.events().add(dated(step, whose.zone())));
        }
        reconciliations.of(id, whose.zone()).forEach(one -> sheet.events().add(dated(one)));
    }

    private static Line line(Reconciliation.Due due, LocalDate today, String path) {
        return new Line(
                "Reconciliation",
                due.moment().label(),
                due.isLate(today) ? "Overdue" : "Due",
                due.isLate(today) ? Tone.BAD : Tone.WATCH,
                "by " + When.day(due.by()),
                path + "/reconciliation");
    }

    private static Dated dated(Reconciliation one) {
        return new Dated(
                one.signedOn(),
                new Event(
                        When.day(one.signedOn()),
                        "Medications reconciled: " + one.moment().label(),
                        one.signedBy(),
                        Tone.GOOD));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dated> turns(Permit permit, UUID client) {
        if (!access.mayByRole(permit.actor(), Action.MEDICATION_VIEW)) {
            return List.of();
        }
        var id = new ClientId(client);
        var zone = clients.zone(permit, id);
        return records.of(id).stream()
                .flatMap(medication -> medication.steps().stream())
                .flatMap(step -> turn(step, zone).stream())
                .toList();
    }

    /** A medication begun, changed or stopped; that it was written down is none. */
    private static Optional<Dated> turn(Medication.Step step, ZoneId zone) {
        var said = step.at().atZone(zone).toLocalDate();
        return switch (step.kind()) {
            case LISTED ->
                    Optional.ofNullable(step.details().startedOn())
                            .map(started -> turn(step, started, " started"));
            case CHANGED -> Optional.of(turn(step, said, " changed"));
            case STOPPED ->
                    Optional.ofNullable(step.stoppedOn())
                            .map(stopped -> turn(step, stopped, " stopped"));
            case RESUMED -> Optional.of(turn(step, said, " taken again"));
            case MISTAKEN -> Optional.empty();
        };
    }

    private static Dated turn(Medication.Step step, LocalDate day, String what) {
        return new Dated(
                day,
                new Event(
                        When.day(day),
                        step.details().name() + what,
                        step.details().how(),
                        Tone.NEUTRAL));
    }

    private static Line line(Medication medication, UUID client) {
        var details = medication.now().details();
        return new Line(
                details.name(),
                details.how(),
                details.treatment() ? "Addiction treatment" : "",
                details.treatment() ? Tone.INFO : Tone.NEUTRAL,
                "",
                path(client) + "/" + medication.id().value());
    }

    private static Dated dated(Medication.Step step, ZoneId zone) {
        var day = step.at().atZone(zone).toLocalDate();
        return new Dated(
                day,
                new Event(
                        When.day(day),
                        step.details().name()
                                + ": "
                                + step.kind().label().toLowerCase(java.util.Locale.US),
                        step.details().how() + ", " + step.by(),
                        Tone.NEUTRAL));
    }

    private static String path(UUID client) {
        return "/clients/" + client + "/medications";
    }
}
