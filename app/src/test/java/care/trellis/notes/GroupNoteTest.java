package care.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
    @Autowired Drafts drafts;
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
        assertThat(setAside())
                .extracting(SetAside::text)
                .containsExactly("From a page that was opened earlier.");
        assertThat(standing(open(), maya).blockers()).contains(Blocker.TWO_TEXTS);
    }

    @Test
    void a_facilitator_keeps_both_texts_and_nothing_waits_any_more() {
        line(maya, 0, "First.");
        line(maya, 0, "From another page.");

        choose(SetAside.Choice.BOTH);

        assertThat(line(open(), maya).text()).isEqualTo("First.\nFrom another page.");
        assertThat(setAside()).isEmpty();
        assertThat(standing(open(), maya).blockers()).doesNotContain(Blocker.TWO_TEXTS);
    }

    @Test
    void a_page_is_never_in_conflict_with_itself() {
        var page = Ids.next();
        lineFrom(page, 0, "First.");

        assertThat(lineFrom(page, 0, "First, and more: the answer was lost."))
                .isInstanceOf(Saved.Stored.class);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void a_text_of_a_hundred_kilobytes_is_refused_at_its_field() {
        assertThat(line(maya, 0, "x".repeat(100_000)))
                .isInstanceOfSatisfying(
                        Saved.Wrong.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(Problem::field, Problem::code)
                                        .containsExactly(tuple("text", "TOO_LONG")));
        assertThat(line(open(), maya).text()).isEmpty();
    }

    @Test
    void a_goal_of_another_client_is_refused_at_its_field() {
        var saved =
                ward.in(() ->
                        drafts.saveLine(
                                ward.permit(Action.NOTE_WRITE),
                                session,
                                new ClientId(maya.id()),
                                0,
                                Ids.next(),
                                LineText.of(
                                        "Named two triggers.",
                                        3,
                                        clinic.objective(ward, theo),
                                        "")));

        assertThat(saved)
                .isInstanceOfSatisfying(
                        Saved.Wrong.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(Problem::code)
                                        .containsExactly("GOAL_NOT_OPEN"));
    }

    @Test
    void each_facilitator_signs_the_lines_that_they_wrote() {
        arrived(theo, "09:00");
        save("Triggers", "We listed triggers.");
        line(maya, 0, "Named two triggers.");
        jin().accept(theo);

        var first = sign();
        var second = ward.in(() -> notes.sign(jinMay(Action.NOTE_SIGN), Ids.next(), session, ""));

        assertThat(first)
                .isInstanceOfSatisfying(
                        Signing.Signed.class,
                        it -> assertThat(it.clients()).containsExactly(new ClientId(maya.id())));
        assertThat(second)
                .isInstanceOfSatisfying(
                        Signing.Signed.class,
                        it -> assertThat(it.clients()).containsExactly(new ClientId(theo.id())));
    }

    @Test
    void a_signature_more_than_a_day_later_says_why_and_is_stamped() {
        ready();
        clock.set(OffsetDateTime.parse("2026-03-03T10:00:00-05:00").toInstant());

        assertThat(sign()).isInstanceOf(Signing.LateReasonMissing.class);
        assertThat(
                        ward.in(() ->
                                notes.sign(
                                        ward.permit(Action.NOTE_SIGN),
                                        Ids.next(),
                                        session,
                                        "Was ill on Monday")))
                .isInstanceOf(Signing.Signed.class);
        assertThat(read().signatures())
                .extracting(SignedNote.Signature::lateReason)
                .containsExactly("Was ill on Monday");
    }

    @Test
    void words_that_repeat_an_earlier_note_of_the_client_wait_for_a_reason() {
        ready();
        sign();
        var wednesday = LocalDate.of(2026, 3, 4);
        session = new SessionId(clinic.session(ward, wednesday, LocalTime.of(9, 0), 60, maya));
        clock.set(OffsetDateTime.parse("2026-03-04T10:05:00-05:00").toInstant());
        arrived(maya, wednesday, "09:00");
        save("Triggers", "We listed triggers again.");
        line(maya, 0, "Named two triggers.");

        assertThat(standing(open(), maya).blockers()).containsExactly(Blocker.SAME_AS_BEFORE);
    }

    @Test
    void a_line_waits_until_text_goal_and_shared_part_are_there() {
        var note = open();

        assertThat(standing(note, maya).blockers())
                .containsExactly(Blocker.SHARED_PART_EMPTY, Blocker.LINE_EMPTY, Blocker.NO_GOAL);
        assertThat(standing(note, theo).blockers()).containsExactly(Blocker.NOT_CHECKED_IN);
    }

    @Test
    void cloned_words_and_another_clients_name_stop_a_signature() {
        arrived(theo, "09:00");
        save("Triggers", "We listed triggers.");
        line(maya, 0, "Took part, and comforted Theo Brandt.");
        line(theo, 0, "took part,  and comforted theo brandt.");

        var note = open();
        assertThat(standing(note, maya).blockers())
                .containsExactly(Blocker.SAME_TEXT, Blocker.NAMES_ANOTHER);
        assertThat(standing(note, theo).blockers()).containsExactly(Blocker.SAME_TEXT);
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
        assertThat(note.text()).isEqualTo("Took an active part. Named two triggers.");
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

        assertThat(read().text()).isEqualTo("Took an active part. Named two triggers.");
        assertThat(read().addenda())
                .extracting(SignedNote.Addendum::text)
                .containsExactly("Asked for a sponsor.");
    }

    @Test
    void somebody_who_does_not_facilitate_the_group_neither_writes_nor_signs() {
        var stranger =
                new Actor(
                        ward.organization(),
                        ward.leadAccount(),
                        Ids.next(),
                        "Another",
                        Set.of(Role.CLINICIAN),
                        Set.of());
        var write = Permit.granted(stranger, Action.NOTE_WRITE, Permit.Purpose.TREATMENT, null);

        var saved =
                ward.in(() ->
                        drafts.saveShared(
                                write, session, 0, Ids.next(), new SharedText("", "", "Not mine")));

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
                drafts.saveShared(
                        ward.permit(Action.NOTE_WRITE),
                        session,
                        0,
                        Ids.next(),
                        new SharedText(focus, "CBT", narrative)));
    }

    private Saved line(Clinic.Client client, int version, String text) {
        return ward.in(() ->
                drafts.saveLine(
                        ward.permit(Action.NOTE_WRITE),
                        session,
                        new ClientId(client.id()),
                        version,
                        Ids.next(),
                        LineText.of(text, 3, clinic.objective(ward, client), "")));
    }

    private Saved lineFrom(UUID page, int version, String text) {
        return ward.in(() ->
                drafts.saveLine(
                        ward.permit(Action.NOTE_WRITE),
                        session,
                        new ClientId(maya.id()),
                        version,
                        page,
                        LineText.of(text, 3, clinic.objective(ward, maya), "")));
    }

    private List<SetAside> setAside() {
        return ward.in(() -> drafts.setAside(ward.permit(Action.NOTE_VIEW), session));
    }

    private void choose(SetAside.Choice choice) {
        var aside = setAside().getFirst();
        ward.run(() ->
                drafts.choose(
                        ward.permit(Action.NOTE_WRITE),
                        session,
                        aside.part(),
                        aside.account(),
                        choice));
    }

    /** The co-facilitator writes a line. */
    private Consumer<Clinic.Client> jin() {
        return client ->
                ward.run(() ->
                        drafts.saveLine(
                                jinMay(Action.NOTE_WRITE),
                                session,
                                new ClientId(client.id()),
                                0,
                                Ids.next(),
                                LineText.of(
                                        "Kept the time of the round.",
                                        2,
                                        clinic.objective(ward, client),
                                        "")));
    }

    private Permit jinMay(Action action) {
        var jin =
                new Actor(
                        ward.organization(),
                        new UUID(7, 7),
                        ward.coLead(),
                        "Jin Kim",
                        Set.of(Role.CLINICIAN),
                        Set.of());
        return Permit.granted(jin, action, Permit.Purpose.TREATMENT, null);
    }

    private GroupNote open() {
        return ward.in(() -> notes.open(ward.permit(Action.NOTE_VIEW), session));
    }

    private Signing sign() {
        return sign(Ids.next());
    }

    private Signing sign(UUID key) {
        return ward.in(() -> notes.sign(ward.permit(Action.NOTE_SIGN), key, session, ""));
    }

    private SignedNote read() {
        var id = java.util.Objects.requireNonNull(line(open(), maya).signedNote());
        return ward.in(
                () -> notes.read(ward.permit(Action.NOTE_VIEW), new ClientId(maya.id()), id));
    }

    private Standing standing(GroupNote note, Clinic.Client client) {
        return ward.in(() ->
                notes.standings(ward.permit(Action.NOTE_VIEW), note)
                        .getOrDefault(
                                new ClientId(client.id()), new Standing(List.of(), List.of())));
    }

    private static NoteLine line(GroupNote note, Clinic.Client client) {
        return note.lines().stream()
                .filter(line -> line.client().value().equals(client.id()))
                .findFirst()
                .orElseThrow();
    }

    private void arrived(Clinic.Client client, String time) {
        arrived(client, Clinic.MONDAY, time);
    }

    private void arrived(Clinic.Client client, LocalDate day, String time) {
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
                day,
                OffsetDateTime.parse(day + "T" + time + ":00-05:00"));
    }
}
