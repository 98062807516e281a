package care.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@TrellisTest
@RecordApplicationEvents
class GroupNoteTest {

    @Autowired Clinic clinic;
    @Autowired Notes notes;
    @Autowired SettableClock clock;
    @Autowired ApplicationEvents events;

    Clinic.Ward ward;
    Clinic.Client maya;
    Clinic.Client theo;
    SessionId session;

    @BeforeEach
    void givenAGroupThatIsOverAndThatMayaAttended() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        theo = clinic.theo(ward);
        session =
                new SessionId(
                        clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya, theo));
        arrived(maya, "09:00");
        clock.set(OffsetDateTime.parse("2026-03-02T10:05:00-05:00").toInstant());
    }

    @Test
    void what_is_typed_is_there_when_the_page_is_opened_again() {
        save("Triggers", "We listed triggers.");
        var saved = line(maya, 0, "Named two triggers.");

        assertThat(saved).isInstanceOf(Saved.Stored.class);
        var note = open();
        assertThat(note.narrative()).isEqualTo("We listed triggers.");
        assertThat(line(note, maya).text()).isEqualTo("Named two triggers.");
        assertThat(line(note, maya).minutes()).isEqualTo(60);
    }

    @Test
    void two_writers_of_one_line_never_overwrite_each_other() {
        line(maya, 0, "First.");
        line(maya, 1, "Second.");

        assertThat(line(maya, 1, "From a page that was opened earlier."))
                .isEqualTo(new Saved.Changed(2));
        assertThat(line(open(), maya).text()).isEqualTo("Second.");
    }

    @Test
    void a_line_waits_until_text_goal_and_shared_part_are_there() {
        var note = open();

        assertThat(notes.blockers(note, line(note, maya)))
                .containsExactly(Blocker.SHARED_PART_EMPTY, Blocker.LINE_EMPTY, Blocker.NO_GOAL);
        assertThat(notes.blockers(note, line(note, theo))).containsExactly(Blocker.NOT_CHECKED_IN);
    }

    @Test
    void cloned_words_and_another_clients_name_stop_a_signature() {
        arrived(theo, "09:00");
        save("Triggers", "We listed triggers.");
        line(maya, 0, "Took part, and comforted Theo.");
        line(theo, 0, "took part,  and comforted theo.");

        var note = open();
        assertThat(notes.blockers(note, line(note, maya)))
                .containsExactly(Blocker.SAME_TEXT, Blocker.NAMES_ANOTHER);
    }

    @Test
    void signing_signs_what_is_ready_and_says_what_the_others_wait_for() {
        ready();

        var signing = sign();

        assertThat(signing)
                .isEqualTo(
                        new Signing.Signed(
                                List.of(new ClientId(maya.id())),
                                java.util.Map.of(
                                        new ClientId(theo.id()), List.of(Blocker.NOT_CHECKED_IN))));
        assertThat(events.stream(NotesSigned.class))
                .containsExactly(
                        new NotesSigned(session, Clinic.MONDAY, List.of(new ClientId(maya.id()))));
    }

    @Test
    void the_same_key_twice_signs_once() {
        ready();
        var key = Ids.next();

        sign(key);
        var again = sign(key);

        assertThat(again).isInstanceOf(Signing.Signed.class);
        assertThat(open().passes()).hasSize(1);
    }

    @Test
    void a_signed_note_holds_the_shared_part_and_the_clients_own_line_and_nobody_else() {
        ready();
        sign();

        var note = read();

        assertThat(note.narrative()).isEqualTo("We listed triggers.");
        assertThat(note.text()).isEqualTo("Named two triggers.");
        assertThat(note.starts()).isEqualTo("2026-03-02T09:00:00-05:00");
        assertThat(note.facilitators()).containsExactly("Maria Ortiz, BHP", "Jin Kim, BHP");
        assertThat(note.signatures())
                .extracting(SignedNote.Signature::printedName)
                .containsExactly("Maria Ortiz");
        assertThat(note.intact()).isTrue();
    }

    @Test
    void after_the_signature_the_line_takes_no_more_text_and_an_addendum_stands_beside_it() {
        ready();
        sign();

        assertThat(line(maya, 1, "Changed my mind.")).isInstanceOf(Saved.AlreadySigned.class);
        var id = java.util.Objects.requireNonNull(line(open(), maya).signedNote());
        ward.run(() ->
                notes.add(
                        ward.permit(Action.NOTE_SIGN),
                        Ids.next(),
                        new ClientId(maya.id()),
                        id,
                        "Left out",
                        "Asked for a sponsor."));

        assertThat(read().text()).isEqualTo("Named two triggers.");
        assertThat(read().addenda())
                .extracting(SignedNote.Addendum::text)
                .containsExactly("Asked for a sponsor.");
    }

    @Test
    void somebody_who_does_not_facilitate_the_group_neither_writes_nor_signs() {
        var stranger =
                new care.trellis.base.Actor(
                        ward.organization(),
                        ward.leadAccount(),
                        Ids.next(),
                        "Another",
                        java.util.Set.of(care.trellis.base.Role.CLINICIAN),
                        java.util.Set.of());
        var write =
                care.trellis.base.Permit.granted(
                        stranger,
                        Action.NOTE_WRITE,
                        care.trellis.base.Permit.Purpose.TREATMENT,
                        null);

        var saved = ward.in(() -> notes.saveShared(write, session, 0, "", "", "Not mine"));

        assertThat(saved).isInstanceOf(Saved.NotFacilitator.class);
    }

    @Test
    void a_note_of_another_client_is_not_found_under_this_one() {
        ready();
        sign();
        var id = java.util.Objects.requireNonNull(line(open(), maya).signedNote());

        assertThatThrownBy(() ->
                        ward.in(() ->
                                notes.read(
                                        ward.permit(Action.NOTE_VIEW),
                                        new ClientId(theo.id()),
                                        id)))
                .isInstanceOf(NotFound.class);
    }

    private void ready() {
        save("Triggers", "We listed triggers.");
        line(maya, 0, "Named two triggers.");
    }

    private void save(String focus, String narrative) {
        ward.in(() ->
                notes.saveShared(
                        ward.permit(Action.NOTE_WRITE), session, 0, focus, "CBT", narrative));
    }

    private Saved line(Clinic.Client client, int version, String text) {
        return ward.in(() ->
                notes.saveLine(
                        ward.permit(Action.NOTE_WRITE),
                        session,
                        new ClientId(client.id()),
                        version,
                        text,
                        3,
                        client.goal(),
                        ""));
    }

    private GroupNote open() {
        return ward.in(() -> notes.open(ward.permit(Action.NOTE_VIEW), session));
    }

    private Signing sign() {
        return sign(Ids.next());
    }

    private Signing sign(java.util.UUID key) {
        return ward.in(() -> notes.sign(ward.permit(Action.NOTE_SIGN), key, session));
    }

    private SignedNote read() {
        var id = java.util.Objects.requireNonNull(line(open(), maya).signedNote());
        return ward.in(
                () -> notes.read(ward.permit(Action.NOTE_VIEW), new ClientId(maya.id()), id));
    }

    private static NoteLine line(GroupNote note, Clinic.Client client) {
        return note.lines().stream()
                .filter(line -> line.client().value().equals(client.id()))
                .findFirst()
                .orElseThrow();
    }

    private void arrived(Clinic.Client client, String time) {
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at,
                    estimated, last_event)
                values (?, ?, ?, ?, 'PRESENT', ?, false, 1)
                """,
                ward.organization().value(),
                session.value(),
                client.id(),
                Clinic.MONDAY,
                OffsetDateTime.parse("2026-03-02T" + time + ":00-05:00"));
    }
}
