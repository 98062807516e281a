package care.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class ClientNoteTest {

    @Autowired Clinic clinic;
    @Autowired ClientNotes notes;
    @Autowired Notes signedNotes;
    @Autowired NoteReviews reviews;
    @Autowired PrivateNotes privateNotes;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Clinic.Ward ward;
    Clinic.Client maya;
    ClientId client;

    @BeforeEach
    void givenMayaOnMondayAtTen() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        client = new ClientId(maya.id());
        clock.set(at("10:05"));
    }

    @Test
    void a_draft_is_found_again_by_its_author_and_by_nobody_else() {
        var draft = begin(NoteKind.INDIVIDUAL, NoteFormat.SOAP);
        save(draft, "Slept four hours.", at("09:00"), at("09:50"));

        assertThat(open(draft).text().parts()).containsExactly("Slept four hours.", "", "", "");
        assertThatThrownBy(
                        () -> ward.in(() -> notes.open(jinMay(Action.NOTE_WRITE), client, draft)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_words_of_a_draft_are_sealed_in_the_database() {
        var draft = begin(NoteKind.INDIVIDUAL, NoteFormat.FREE);
        save(draft, "Slept four hours.", at("09:00"), at("09:50"));

        assertThat(
                        stored(
                                "select sealed from notes.client_draft where organization_id = ? and id = ?",
                                draft))
                .doesNotContain("Slept");
    }

    @Test
    void a_signed_note_binds_its_words_and_stands_in_the_record() {
        var draft = begin(NoteKind.INDIVIDUAL, NoteFormat.DAP);
        save(draft, "Slept four hours.", at("09:00"), at("09:50"));

        var signed = signed(draft);

        var note = read(signed);
        assertThat(note.title()).isEqualTo("Individual session");
        assertThat(note.minutes()).isEqualTo(50);
        assertThat(note.sections())
                .extracting(SignedNote.Section::heading)
                .containsExactly("Data", "Assessment", "Plan");
        assertThat(note.sections().getFirst().text()).isEqualTo("Slept four hours.");
        assertThat(note.goal()).isEqualTo("1.1 Six hours of sleep on five nights");
        assertThat(note.intact()).isTrue();
        assertThatThrownBy(() -> open(draft)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_changed_character_in_the_database_shows() {
        var draft = begin(NoteKind.INDIVIDUAL, NoteFormat.FREE);
        save(draft, "Slept four hours.", at("09:00"), at("09:50"));
        var signed = signed(draft);

        assertThatThrownBy(() ->
                        clinic.write(
                                ward,
                                "update notes.signed_note set content = content || '\\x00'::bytea where organization_id = ? and id = ?",
                                ward.organization().value(),
                                signed.value()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThat(NoteContent.hash("Slept four hours."))
                .isNotEqualTo(NoteContent.hash("Slept nine hours."));
    }

    @Test
    void signing_twice_with_one_key_signs_once() {
        var draft = begin(NoteKind.CRISIS, NoteFormat.FREE);
        save(draft, "Called at night.", at("09:00"), at("09:20"));
        var key = Ids.next();

        var first = sign(draft, key, "");

        assertThat(sign(draft, key, "")).isEqualTo(first);
    }

    @Test
    void a_signature_asks_for_times_words_a_goal_and_who_was_there() {
        var draft = begin(NoteKind.FAMILY, NoteFormat.BIRP);

        assertThat(sign(draft, Ids.next(), ""))
                .isInstanceOfSatisfying(
                        ClientSigning.NotReady.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(Problem::code)
                                        .containsExactly(
                                                "TIMES_MISSING",
                                                "EMPTY",
                                                "NO_GOAL",
                                                "OTHERS_MISSING",
                                                "RELEASE_MISSING"));
    }

    @Test
    void a_contact_cannot_end_before_it_begins_or_lie_ahead() {
        var draft = begin(NoteKind.INDIVIDUAL, NoteFormat.FREE);

        assertThat(save(draft, "x", at("09:50"), at("09:00"))).isInstanceOf(Saved.Wrong.class);
        assertThat(save(draft, "x", at("11:00"), at("11:30"))).isInstanceOf(Saved.Wrong.class);
    }

    @Test
    void a_late_entry_says_why_and_is_stamped() {
        var draft = begin(NoteKind.INDIVIDUAL, NoteFormat.FREE);
        save(draft, "Slept four hours.", at("09:00"), at("09:50"));
        clock.set(at("09:00").plusSeconds(3 * 24 * 3600));

        assertThat(sign(draft, Ids.next(), "")).isInstanceOf(ClientSigning.NotReady.class);
        var signed = (ClientSigning.Signed) sign(draft, Ids.next(), "Power was out");

        assertThat(read(signed.note()).signatures().getFirst().lateReason())
                .isEqualTo("Power was out");
    }

    @Test
    void a_supervisor_finds_the_note_in_the_queue_and_confirms_it() {
        ward.run(() ->
                reviews.supervise(
                        ward.permit(Action.ORGANIZATION_EDIT), ward.lead(), ward.coLead()));
        var draft = begin(NoteKind.INDIVIDUAL, NoteFormat.FREE);
        save(draft, "Slept four hours.", at("09:00"), at("09:50"));
        var signed = signed(draft);

        var waiting = ward.in(() -> reviews.waiting(jinMay(Action.NOTE_SIGN)));
        assertThat(waiting).extracting(NoteReview::note).containsExactly(signed);
        assertThat(waiting.getFirst().due()).isEqualTo(clock.instant().plus(NoteReviews.TERM));
        int confirmed =
                ward.in(() ->
                        reviews.confirm(
                                jinMay(Action.NOTE_SIGN),
                                Ids.next(),
                                waiting.getFirst().signature()));

        assertThat(confirmed).isEqualTo(1);
        assertThat(ward.in(() -> reviews.waiting(jinMay(Action.NOTE_SIGN)))).isEmpty();
        assertThat(read(signed).signatures())
                .extracting(SignedNote.Signature::meaning)
                .containsExactly("Author", "Supervisor");
    }

    @Test
    void nobody_confirms_what_waits_for_somebody_else() {
        ward.run(() ->
                reviews.supervise(
                        ward.permit(Action.ORGANIZATION_EDIT), ward.lead(), ward.coLead()));
        var draft = begin(NoteKind.INDIVIDUAL, NoteFormat.FREE);
        save(draft, "Slept four hours.", at("09:00"), at("09:50"));
        signed(draft);
        var signature =
                ward.in(() -> reviews.waiting(jinMay(Action.NOTE_SIGN))).getFirst().signature();

        assertThat(
                        ward.in(() ->
                                reviews.confirm(
                                        ward.permit(Action.NOTE_SIGN), Ids.next(), signature)))
                .isZero();
    }

    @Test
    void a_private_note_is_its_authors_alone_and_sealed() {
        var id = Ids.next();
        ward.run(() ->
                privateNotes.keep(
                        ward.permit(Action.NOTE_WRITE),
                        id,
                        client,
                        PrivateNote.Kind.PSYCHOTHERAPY,
                        "A thought of mine."));

        assertThat(ward.in(() -> privateNotes.of(ward.permit(Action.NOTE_WRITE), client)))
                .extracting(PrivateNote::text)
                .containsExactly("A thought of mine.");
        assertThat(ward.in(() -> privateNotes.of(jinMay(Action.NOTE_WRITE), client))).isEmpty();
        assertThatThrownBy(() ->
                        ward.in(() ->
                                privateNotes.keep(
                                        jinMay(Action.NOTE_WRITE),
                                        id,
                                        client,
                                        PrivateNote.Kind.PSYCHOTHERAPY,
                                        "Over yours.")))
                .isInstanceOf(NotFound.class);
        assertThat(
                        stored(
                                "select sealed from notes.private_note where organization_id = ? and id = ?",
                                id))
                .doesNotContain("thought");
    }

    private UUID begin(NoteKind kind, NoteFormat format) {
        return ward.in(() ->
                notes.begin(
                        ward.permit(Action.NOTE_WRITE), Ids.next(), client, kind, format, null));
    }

    private ClientDraft open(UUID draft) {
        return ward.in(() -> notes.open(ward.permit(Action.NOTE_WRITE), client, draft));
    }

    private Saved save(UUID id, String words, Instant starts, Instant ends) {
        var draft = open(id);
        var parts = new java.util.ArrayList<>(draft.text().parts());
        parts.set(0, words);
        return ward.in(() ->
                notes.save(
                        ward.permit(Action.NOTE_WRITE),
                        Ids.next(),
                        new ClientDraft(
                                id,
                                client,
                                draft.clientName(),
                                draft.zone(),
                                draft.kind(),
                                draft.format(),
                                Place.OFFICE,
                                null,
                                Clinic.MONDAY,
                                starts,
                                ends,
                                clinic.objective(ward, maya),
                                "",
                                new ClientNoteText(parts, "", "", ""),
                                draft.version(),
                                null,
                                draft.savedAt())));
    }

    private NoteId signed(UUID draft) {
        return ((ClientSigning.Signed) sign(draft, Ids.next(), "")).note();
    }

    private ClientSigning sign(UUID draft, UUID key, String lateReason) {
        return ward.in(
                () -> notes.sign(ward.permit(Action.NOTE_SIGN), key, client, draft, lateReason));
    }

    private SignedNote read(NoteId note) {
        return ward.in(() -> signedNotes.read(ward.permit(Action.NOTE_VIEW), client, note));
    }

    private String stored(String sql, UUID id) {
        return ward.in(() ->
                transaction.execute(status ->
                        new String(
                                jdbc.sql(sql)
                                        .params(List.of(ward.organization().value(), id))
                                        .query((row, number) -> row.getBytes(1))
                                        .single(),
                                java.nio.charset.StandardCharsets.ISO_8859_1)));
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

    private static Instant at(String time) {
        return OffsetDateTime.parse("2026-03-02T" + time + ":00-05:00").toInstant();
    }
}
