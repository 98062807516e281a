package care.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class SealedNotesTest {

    private static final String WORDS = "Named two triggers of last week.";

    @Autowired Clinic clinic;
    @Autowired Notes notes;
    @Autowired Drafts drafts;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"notes.draft", "notes.draft_line", "notes.signed_note"})
    void a_copied_table_tells_nothing_of_what_was_written(String table) {
        var ward = clinic.open();
        written(ward);

        var copy =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                "select encode(t::text::bytea, 'escape') from "
                                                        + table
                                                        + " t")
                                        .query(String.class)
                                        .list()));

        assertThat(copy).isNotEmpty();
        assertThat(String.join("\n", copy))
                .doesNotContain(WORDS, hex(WORDS), "We spoke", hex("We spoke"));
    }

    @Test
    void the_words_open_again_for_whom_they_are_meant() {
        var ward = clinic.open();
        var session = written(ward);

        var note = ward.in(() -> notes.open(ward.permit(Action.NOTE_VIEW), session));

        assertThat(note.narrative()).isEqualTo("We spoke of triggers.");
        assertThat(note.lines()).extracting(NoteLine::text).containsExactly(WORDS);
    }

    private SessionId written(Clinic.Ward ward) {
        var maya = clinic.maya(ward);
        var session =
                new SessionId(
                        clinic.session(
                                ward, Clinic.MONDAY.minusDays(1), LocalTime.of(9, 0), 60, maya));
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, arrived_at,
                    left_at, estimated, last_event)
                select organization_id, id, ?, local_date, 'PRESENT', starts_at, ends_at, false, 2
                from sessions.session where id = ?
                """,
                maya.id(),
                session.value());
        var write = ward.permit(Action.NOTE_WRITE);
        ward.run(() -> {
            drafts.saveShared(
                    write,
                    session,
                    0,
                    Ids.next(),
                    new SharedText("Triggers", "CBT", "We spoke of triggers."));
            drafts.saveLine(
                    write,
                    session,
                    new ClientId(maya.id()),
                    0,
                    Ids.next(),
                    LineText.of(WORDS, 3, clinic.objective(ward, maya), ""));
            assertThat(
                            notes.sign(
                                    ward.permit(Action.NOTE_SIGN),
                                    Ids.next(),
                                    session,
                                    "Written on Monday"))
                    .isEqualTo(
                            new Signing.Signed(
                                    List.of(new ClientId(maya.id())), java.util.Map.of()));
        });
        return session;
    }

    private static String hex(String text) {
        return java.util.HexFormat.of()
                .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
