package care.trellis.demo;

import static care.trellis.base.Action.MEDICATION_EDIT;
import static care.trellis.base.Action.MEDICATION_RECONCILE;
import static care.trellis.base.Action.MEDICATION_REVIEW;

import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Prescriptions;
import care.trellis.medications.Allergies;
import care.trellis.medications.Allergy;
import care.trellis.medications.Medication;
import care.trellis.medications.Medications;
import care.trellis.medications.Reconciliation;
import care.trellis.medications.Reconciliation.Answer;
import care.trellis.medications.Reconciliation.Decision;
import care.trellis.medications.Reconciliations;
import java.time.LocalDate;
import java.util.List;

/** The medication lists: written at admission, reconciled then and later, a few forgotten. */
@InDemo
class MedicationLists {

    private static final int FORGOTTEN = 12;
    private static final int ALLERGIC = 5;

    private final Medications medications;
    private final Allergies allergies;
    private final Reconciliations reconciliations;

    MedicationLists(Medications medications, Allergies allergies, Reconciliations reconciliations) {
        this.medications = medications;
        this.allergies = allergies;
        this.reconciliations = reconciliations;
    }

    /** The first morning: the list, the allergies, and, but for a few, the comparison. */
    void admit(Clinic clinic, Participant person, ClientId client) {
        var edit = clinic.badges().of(Treatment.counselor(person.group()), MEDICATION_EDIT);
        for (var details : Prescriptions.of(person)) {
            medications.list(edit, Ids.next(), client, details, "").orThrow();
        }
        if (person.number() % ALLERGIC == 2) {
            allergies
                    .note(
                            edit,
                            Ids.next(),
                            client,
                            "Penicillin",
                            "Hives as a child",
                            Allergy.Severity.MODERATE)
                    .orThrow();
        } else {
            allergies.noneKnown(edit, client).orThrow();
        }
        if (person.number() % FORGOTTEN != 7) {
            compare(clinic, person, client, Reconciliation.Moment.ADMISSION, "");
        }
    }

    /** The monthly medication visit: a dose goes up, and treatment is picked up again. */
    void visit(Clinic clinic, Participant person, LocalDate day) {
        var client = clinic.stay(person).client();
        var edit = clinic.badges().of(Colleague.NADIA, MEDICATION_EDIT);
        for (var one : medications.takenOn(edit, client, day)) {
            var details = one.now().details();
            if (details.nextDue() != null) {
                medications
                        .change(
                                edit,
                                client,
                                one.id(),
                                one.now().number(),
                                next(details, day.plusDays(28)),
                                "Picked up, doing well")
                        .orThrow();
            }
        }
        if (person.number() % 4 == 1) {
            compare(clinic, person, client, Reconciliation.Moment.VISIT, "75 mg");
        }
    }

    /** The comparison before the last evening. */
    void discharge(Clinic clinic, Participant person) {
        compare(clinic, person, clinic.stay(person).client(), Reconciliation.Moment.DISCHARGE, "");
    }

    private void compare(
            Clinic clinic,
            Participant person,
            ClientId client,
            Reconciliation.Moment moment,
            String dose) {
        var signer =
                moment == Reconciliation.Moment.VISIT
                        ? Colleague.NADIA
                        : Treatment.counselor(person.group());
        var permit = clinic.badges().of(signer, MEDICATION_RECONCILE);
        var answers =
                medications.of(permit, client).stream()
                        .filter(Medication::isActive)
                        .map(one -> answer(one, dose))
                        .toList();
        var id =
                reconciliations
                        .sign(
                                permit,
                                Ids.next(),
                                client,
                                moment,
                                List.of(Medication.Source.CLIENT, Medication.Source.BOTTLE),
                                true,
                                answers)
                        .orThrow();
        if (person.number() % 6 != 3) {
            reconciliations.look(
                    clinic.badges().of(Colleague.NADIA, MEDICATION_REVIEW), client, id);
        }
    }

    private static Answer answer(Medication one, String dose) {
        var details = one.now().details();
        var decision =
                details.dose().isEmpty()
                        ? Decision.UNKNOWN
                        : details.name().equals("Sertraline")
                                        && !dose.isEmpty()
                                        && !details.dose().equals(dose)
                                ? Decision.CHANGED
                                : Decision.CONTINUED;
        return new Answer(
                one.id(),
                one.now().number(),
                decision,
                dose,
                details.frequency(),
                Medication.Adherence.AS_PRESCRIBED,
                decision == Decision.CHANGED ? "Sleeps better, still low in the morning" : "");
    }

    private static Medication.Details next(Medication.Details details, LocalDate next) {
        return new Medication.Details(
                details.name(),
                details.dose(),
                details.route(),
                details.frequency(),
                details.prescriber(),
                details.source(),
                details.startedOn(),
                details.treatment(),
                details.dispensing(),
                next,
                details.adherence());
    }
}
