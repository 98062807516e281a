package care.trellis.medications.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.medications.AimsDue;
import care.trellis.medications.Allergies;
import care.trellis.medications.Allergy;
import care.trellis.medications.AllergyId;
import care.trellis.medications.Medication;
import care.trellis.medications.Medications;
import care.trellis.medications.Reconciliation;
import care.trellis.medications.Reconciliations;
import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page of a client's list. */
@Component
class Lists {

    private final Medications medications;
    private final Allergies allergies;
    private final Reconciliations reconciliations;
    private final AimsDue aims;
    private final Clients clients;
    private final Access access;

    Lists(
            Medications medications,
            Allergies allergies,
            Reconciliations reconciliations,
            AimsDue aims,
            Clients clients,
            Access access) {
        this.medications = medications;
        this.allergies = allergies;
        this.reconciliations = reconciliations;
        this.aims = aims;
        this.clients = clients;
        this.access = access;
    }

    /** The page with what was typed into the form of one allergy, or into the new one. */
    ModelAndView page(
            Permit permit, Frame frame, ClientId client, Form sent, @Nullable AllergyId wrong) {
        return new ModelAndView(
                "medications/list",
                Map.of("frame", frame, "view", view(permit, client, sent, wrong)));
    }

    ListView view(Permit permit, ClientId client, Form sent, @Nullable AllergyId wrong) {
        var path = "/clients/" + client.value();
        var today = clients.today(permit, client);
        var all = medications.of(permit, client);
        var known = allergies.of(permit, client);
        var due = reconciliations.due(permit, client);
        var note = wrong == null ? sent : Form.empty();
        note.key();
        return new ListView(
                path,
                clients.find(permit, client).person().shortName(),
                due.map(one -> sentence(one, today)).orElse(""),
                due.filter(one -> one.isLate(today)).isPresent() ? Tone.BAD : Tone.WATCH,
                aims.of(permit, client)
                        .map(day ->
                                "The AIMS %s %s."
                                        .formatted(
                                                day.isBefore(today) ? "was due" : "is due",
                                                When.day(day)))
                        .orElse(""),
                all.stream()
                        .filter(Medication::isActive)
                        .map(one -> row(path, one, today))
                        .toList(),
                all.stream()
                        .filter(one -> !one.isActive())
                        .map(one -> row(path, one, today))
                        .toList(),
                known.standing().stream()
                        .map(one ->
                                allergy(path, one, one.id().equals(wrong) ? sent : Form.empty()))
                        .toList(),
                known.listed().stream()
                        .filter(Allergy::takenBack)
                        .map(one ->
                                new Event(
                                        When.day(
                                                one.at()
                                                        .atZone(clients.zone(permit, client))
                                                        .toLocalDate()),
                                        one.substance() + ": taken back, " + one.by(),
                                        one.reason(),
                                        Tone.NEUTRAL))
                        .toList(),
                known.noneKnown(),
                reconciliations.of(permit, client).stream().map(one -> signed(path, one)).toList(),
                access.mayByRole(permit.actor(), Action.MEDICATION_EDIT),
                access.mayByRole(permit.actor(), Action.MEDICATION_RECONCILE),
                access.mayByRole(permit.actor(), Action.MEDICATION_REVIEW),
                note,
                note.choices(
                        "severity",
                        MedicationForm.labels(Allergy.Severity.values(), Allergy.Severity::label)));
    }

    private static String sentence(Reconciliation.Due due, LocalDate today) {
        return "%s of %s: %s %s."
                .formatted(
                        due.moment().label(),
                        When.day(due.since()),
                        due.isLate(today) ? "was due" : "due",
                        When.day(due.by()));
    }

    static ListView.Row row(String path, Medication medication, LocalDate today) {
        var step = medication.now();
        var details = step.details();
        var started = details.startedOn();
        var stopped = step.stoppedOn();
        var since = started == null ? "start unknown" : "since " + When.day(started);
        var next = details.nextDue();
        return new ListView.Row(
                path + "/medications/" + medication.id().value(),
                details.name(),
                details.how(),
                stopped == null
                        ? since
                        : step.kind().label() + " " + When.day(stopped) + ": " + step.reason(),
                details.prescriber(),
                details.source().label(),
                details.adherence().label(),
                switch (details.adherence()) {
                    case AS_PRESCRIBED -> Tone.GOOD;
                    case SOMETIMES -> Tone.WATCH;
                    case NOT_TAKEN -> Tone.BAD;
                    case UNKNOWN -> Tone.NEUTRAL;
                },
                details.treatment()
                        ? details.dispensing().isEmpty()
                                ? "Addiction treatment"
                                : "Addiction treatment, " + details.dispensing()
                        : "",
                next == null || stopped != null
                        ? ""
                        : (next.isBefore(today) ? "was due " : "next ") + When.day(next),
                next != null && next.isBefore(today) ? Tone.BAD : Tone.INFO);
    }

    private static ListView.AllergyRow allergy(String path, Allergy allergy, Form form) {
        return new ListView.AllergyRow(
                path + "/allergies/" + allergy.id().value() + "/taken-back",
                "why-" + allergy.id().value(),
                allergy.substance(),
                allergy.reaction().isEmpty()
                        ? allergy.severity().label()
                        : allergy.reaction() + " · " + allergy.severity().label(),
                allergy.severity() == Allergy.Severity.SEVERE ? Tone.BAD : Tone.WATCH,
                form);
    }

    private static ListView.Signed signed(String path, Reconciliation one) {
        long differ = one.content().lines().stream().filter(Reconciliation.Line::differs).count();
        return new ListView.Signed(
                path + "/medications/reconciliations/" + one.id().value(),
                When.day(one.signedOn()),
                one.moment().label(),
                one.signedBy(),
                "%d %s, %d %s%s"
                        .formatted(
                                one.content().lines().size(),
                                one.content().lines().size() == 1 ? "line" : "lines",
                                differ,
                                differ == 1 ? "differs" : "differ",
                                one.unknown() == 0 ? "" : ", " + one.unknown() + " unknown"),
                one.waitsForLook() ? "A prescriber looks through it" : one.look(),
                one.waitsForLook());
    }
}
