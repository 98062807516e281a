package care.trellis.demo;

import static care.trellis.base.Action.CHECK_IN;
import static care.trellis.base.Action.GROUP_OVERRIDE;
import static care.trellis.base.Action.NOTE_SIGN;
import static care.trellis.base.Action.NOTE_WRITE;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Closing;
import care.trellis.attendance.Method;
import care.trellis.attendance.Recording;
import care.trellis.attendance.Status;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Presence;
import care.trellis.demo.story.Wording;
import care.trellis.notes.Drafts;
import care.trellis.notes.LineText;
import care.trellis.notes.Notes;
import care.trellis.notes.Saved;
import care.trellis.notes.SharedText;
import care.trellis.notes.Signing;
import care.trellis.sessions.Modality;
import care.trellis.whiteboard.GroupLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** One session from the first check-in to the signature. */
@InDemo
class Meetings {

    private final Attendance attendance;
    private final Drafts drafts;
    private final Notes notes;
    private final GroupLimits limits;

    Meetings(Attendance attendance, Drafts drafts, Notes notes, GroupLimits limits) {
        this.attendance = attendance;
        this.drafts = drafts;
        this.notes = notes;
        this.limits = limits;
    }

    /** Everything that people do in one session, each at its moment. */
    List<Step> steps(Clinic clinic, Meeting meeting) {
        var random = chance(clinic, meeting);
        var steps = new ArrayList<Step>();
        var here = new ArrayList<Participant>();
        for (var person : meeting.people()) {
            switch (meeting.presence().apply(person)) {
                case Presence.Comes comes -> {
                    here.add(person);
                    steps.add(arrival(clinic, meeting, person, comes, random));
                    if (comes.early() > 0) {
                        steps.add(leaving(clinic, meeting, person, comes));
                    }
                }
                case Presence.StaysAway away -> steps.add(absence(clinic, meeting, person, away));
            }
        }
        if (!here.isEmpty()) {
            steps.add(new Step(meeting.ends(), () -> close(clinic, meeting)));
            steps.addAll(note(clinic, meeting, here, random));
        }
        return steps;
    }

    /** A group that was too large is closed with a word on why. */
    private void close(Clinic clinic, Meeting meeting) {
        var session = meeting.session().get();
        var lead = permit(clinic, meeting.lead());
        if (attendance.everyoneOut(lead, Ids.next(), session) instanceof Closing.HeldBack) {
            limits.override(
                            clinic.badges().of(meeting.lead(), GROUP_OVERRIDE),
                            Ids.next(),
                            session,
                            "The other facilitator was out, both groups met together.")
                    .orThrow();
            attendance.everyoneOut(lead, Ids.next(), session);
        }
    }

    private static RandomGenerator chance(Clinic clinic, Meeting meeting) {
        long matter = 10_000L + meeting.lead().ordinal() * 100L + meeting.block();
        return clinic.plan().random(matter, meeting.starts().getEpochSecond());
    }

    private Step arrival(
            Clinic clinic,
            Meeting meeting,
            Participant person,
            Presence.Comes comes,
            RandomGenerator random) {
        int early = meeting.block() == 0 ? 60 + random.nextInt(480) : 20 + random.nextInt(100);
        Instant at =
                comes.late() > 0
                        ? meeting.starts().plus(Duration.ofMinutes(comes.late()))
                        : meeting.starts().minusSeconds(early);
        return new Step(
                at,
                () ->
                        Outcomes.expect(
                                Recording.Recorded.class,
                                attendance.checkIn(
                                        permit(clinic, atTheDoor(meeting)),
                                        Ids.next(),
                                        meeting.session().get(),
                                        clinic.stay(person).client(),
                                        method(meeting))));
    }

    private Step leaving(Clinic clinic, Meeting meeting, Participant person, Presence.Comes comes) {
        return new Step(
                meeting.ends().minus(Duration.ofMinutes(comes.early())),
                () ->
                        Outcomes.expect(
                                Recording.Recorded.class,
                                attendance.checkOut(
                                        permit(clinic, meeting.lead()),
                                        Ids.next(),
                                        meeting.session().get(),
                                        clinic.stay(person).client(),
                                        method(meeting))));
    }

    private Step absence(
            Clinic clinic, Meeting meeting, Participant person, Presence.StaysAway away) {
        return new Step(
                meeting.starts().plus(Duration.ofMinutes(20)),
                () ->
                        Outcomes.expect(
                                Recording.Recorded.class,
                                attendance.markAbsent(
                                        permit(clinic, atTheDoor(meeting)),
                                        Ids.next(),
                                        meeting.session().get(),
                                        clinic.stay(person).client(),
                                        away.excused() ? Status.EXCUSED : Status.ABSENT,
                                        away.reason())));
    }

    /** Written and signed within the two hours after; the co-leader signs the same evening. */
    private List<Step> note(
            Clinic clinic, Meeting meeting, List<Participant> here, RandomGenerator random) {
        var written = meeting.ends().plusSeconds(600 + random.nextInt(5_400));
        int turn = random.nextInt(100);
        var shared = Wording.shared(random);
        var steps = new ArrayList<Step>();
        steps.add(new Step(written, () -> saveShared(clinic, meeting, shared)));
        for (int seat = 0; seat < here.size(); seat++) {
            var person = here.get(seat);
            var text =
                    clinic.plan()
                            .plantedLine(person, meeting.date(), meeting.block())
                            .orElse(newWords(clinic, person, seat, turn, random));
            int participation = 2 + random.nextInt(3);
            int aim = random.nextInt(2);
            steps.add(
                    new Step(
                            written.plusSeconds(40L * (seat + 1)),
                            () -> saveLine(clinic, meeting, person, text, participation, aim)));
        }
        if (!meeting.leftUnsigned()) {
            var signed = written.plusSeconds(40L * (here.size() + 2));
            steps.add(new Step(signed, () -> sign(clinic, meeting, here.size())));
            var second = meeting.coLead();
            if (second != null) {
                steps.add(
                        new Step(
                                signed.plus(Duration.ofMinutes(25)),
                                () ->
                                        notes.cosign(
                                                clinic.badges().of(second, NOTE_SIGN),
                                                Ids.next(),
                                                meeting.session().get())));
            }
        }
        return steps;
    }

    /** A clinician does not write the same of the same person twice. */
    private static String newWords(
            Clinic clinic, Participant person, int seat, int turn, RandomGenerator random) {
        var words = Wording.line(seat, turn, random);
        while (!clinic.firstWritten(person, words)) {
            words = Wording.line(seat, turn, random);
        }
        return words;
    }

    private void saveShared(Clinic clinic, Meeting meeting, Wording.Shared shared) {
        Outcomes.expect(
                Saved.Stored.class,
                drafts.saveShared(
                        clinic.badges().of(meeting.lead(), NOTE_WRITE),
                        meeting.session().get(),
                        0,
                        Ids.next(),
                        new SharedText(shared.focus(), shared.method(), shared.narrative())));
    }

    private void saveLine(
            Clinic clinic,
            Meeting meeting,
            Participant person,
            String text,
            int participation,
            int aim) {
        var stay = clinic.stay(person);
        Outcomes.expect(
                Saved.Stored.class,
                drafts.saveLine(
                        clinic.badges().of(meeting.lead(), NOTE_WRITE),
                        meeting.session().get(),
                        stay.client(),
                        0,
                        Ids.next(),
                        LineText.of(
                                text,
                                participation,
                                stay.aims().get(aim).objective().value(),
                                "")));
    }

    private void sign(Clinic clinic, Meeting meeting, int lines) {
        var signed =
                Outcomes.expect(
                        Signing.Signed.class,
                        notes.sign(
                                clinic.badges().of(meeting.lead(), NOTE_SIGN),
                                Ids.next(),
                                meeting.session().get(),
                                ""));
        if (signed.clients().size() != lines) {
            throw new IllegalStateException(
                    "Of %d lines %d were signed: %s"
                            .formatted(lines, signed.clients().size(), signed.waiting().values()));
        }
    }

    private static Permit permit(Clinic clinic, Colleague colleague) {
        return clinic.badges().of(colleague, CHECK_IN);
    }

    private static Colleague atTheDoor(Meeting meeting) {
        return meeting.modality() == Modality.VIDEO || meeting.block() > 0
                ? meeting.lead()
                : Colleague.deskAt(meeting.place());
    }

    private static Method method(Meeting meeting) {
        return meeting.modality() == Modality.VIDEO
                ? Method.VIDEO
                : meeting.block() == 0 ? Method.KIOSK : Method.STAFF;
    }
}
