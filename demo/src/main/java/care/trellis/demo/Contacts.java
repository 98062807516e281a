package care.trellis.demo;

import static care.trellis.base.Action.NOTE_SIGN;
import static care.trellis.base.Action.NOTE_WRITE;
import static care.trellis.base.Action.ORGANIZATION_EDIT;

import care.trellis.base.Ids;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Contact;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Participant;
import care.trellis.notes.ClientDraft;
import care.trellis.notes.ClientNoteText;
import care.trellis.notes.ClientNotes;
import care.trellis.notes.ClientSigning;
import care.trellis.notes.NoteReviews;
import care.trellis.notes.Saved;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What happens beside the groups: calls, visits and family sessions with their notes; a colleague
 * in supervision whose last notes wait for the supervisor; a draft that is not finished.
 */
@InDemo
class Contacts {

    private static final LocalTime EVENING = LocalTime.of(20, 30);

    private final ClientNotes notes;
    private final NoteReviews reviews;

    Contacts(ClientNotes notes, NoteReviews reviews) {
        this.notes = notes;
        this.reviews = reviews;
    }

    /** The contacts of the week that begins on this Monday. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        for (var contact : Contact.values()) {
            var date = monday.plusDays(contact.day() - 1L);
            clinic.plan().people().stream()
                    .filter(person ->
                            person.group()
                                    == (contact.author() == Colleague.DEVAN
                                            ? Group.EVENING
                                            : Group.MORNING))
                    .filter(person -> person.staysOn(date) && date.isAfter(person.admittedOn()))
                    .skip(contact.ordinal() % 2)
                    .findFirst()
                    .ifPresent(person -> steps.add(contact(clinic, person, contact, date)));
        }
        var last = clinic.plan().story().lastWholeWeek();
        if (monday.equals(last)) {
            steps.add(
                    new Step(
                            Group.MORNING.place().at(monday, LocalTime.of(7, 30)),
                            () ->
                                    reviews.supervise(
                                                    clinic.badges()
                                                            .of(Colleague.DANA, ORGANIZATION_EDIT),
                                                    clinic.house().staff(Colleague.JIN).value(),
                                                    clinic.house().staff(Colleague.MARIA).value())
                                            .orThrow()));
            for (int day = 0; day < 4; day++) {
                steps.add(
                        new Step(
                                Group.MORNING.place().at(monday.plusDays(day), EVENING),
                                () -> confirm(clinic)));
            }
        }
        return steps;
    }

    /** The first family session of the present week stays a draft: nobody signed it yet. */
    private Step contact(Clinic clinic, Participant person, Contact contact, LocalDate date) {
        boolean unfinished =
                contact == Contact.PARENTS && date.isAfter(clinic.plan().story().lastWholeWeek());
        var ends = contact.starts().plusMinutes(contact.minutes() + 20L);
        return new Step(
                person.group().place().at(date, ends),
                () -> write(clinic, person, contact, date, !unfinished));
    }

    private void write(
            Clinic clinic, Participant person, Contact contact, LocalDate date, boolean sign) {
        var stay = clinic.stay(person);
        var may = clinic.badges().of(contact.author(), NOTE_WRITE);
        var id =
                notes.begin(may, Ids.next(), stay.client(), contact.kind(), contact.format(), null);
        var begun = notes.open(may, stay.client(), id);
        var starts = date.atTime(contact.starts()).atZone(begun.zone()).toInstant();
        Outcomes.expect(
                Saved.Stored.class,
                notes.save(
                        may,
                        Ids.next(),
                        new ClientDraft(
                                id,
                                stay.client(),
                                begun.clientName(),
                                begun.zone(),
                                begun.kind(),
                                begun.format(),
                                contact.place(),
                                null,
                                date,
                                starts,
                                starts.plusSeconds(60L * contact.minutes()),
                                stay.aims().getFirst().objective().value(),
                                "",
                                new ClientNoteText(
                                        contact.parts(), contact.others(), contact.allowedBy(), ""),
                                begun.version(),
                                null,
                                begun.savedAt())));
        if (sign) {
            Outcomes.expect(
                    ClientSigning.Signed.class,
                    notes.sign(
                            clinic.badges().of(contact.author(), NOTE_SIGN),
                            Ids.next(),
                            stay.client(),
                            id,
                            ""));
        }
    }

    private void confirm(Clinic clinic) {
        var may = clinic.badges().of(Colleague.MARIA, NOTE_SIGN);
        reviews.waiting(may).stream()
                .map(waiting -> waiting.signature())
                .distinct()
                .toList()
                .forEach((UUID signature) -> reviews.confirm(may, Ids.next(), signature));
    }
}
