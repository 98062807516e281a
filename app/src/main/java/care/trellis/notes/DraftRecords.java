package care.trellis.notes;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what is being typed: saved as it is, and set aside where two people write at once. */
@Component
class DraftRecords {

    /** The shared part as it stands. */
    record Shared(
            SharedText text, int version, @Nullable UUID page, UUID by, String name, Instant at) {}

    /** One line as it stands. */
    record Line(
            String text,
            String observed,
            boolean byHand,
            int version,
            @Nullable UUID page,
            @Nullable UUID writtenBy) {}

    /**
     * What a save makes of a line besides what was typed.
     *
     * @param observed the sentence of the chips, or what a hand made of it
     * @param writtenBy whose words the text is
     * @param alike percent that it resembles the client's last five notes
     */
    record Made(String observed, boolean byHand, @Nullable UUID writtenBy, int alike) {}

    private final JdbcClient jdbc;
    private final NoteSeal seal;

    DraftRecords(JdbcClient jdbc, NoteSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    Optional<Shared> shared(SessionId session) {
        return jdbc.sql(
                        """
                        select focus, method, narrative, version, page, saved_by, saved_name, saved_at from notes.draft
                        where organization_id = :organization and session_id = :session
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) ->
                        new Shared(
                                new SharedText(
                                        seal.open(row.getBytes(1), session.value()),
                                        seal.open(row.getBytes(2), session.value()),
                                        seal.open(row.getBytes(3), session.value())),
                                row.getInt(4),
                                row.getObject(5, UUID.class),
                                row.getObject(6, UUID.class),
                                row.getString(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** True when the version that was looked at is still the last one. */
    boolean saveShared(
            SessionId session, int version, UUID page, SharedText text, Actor by, Instant at) {
        return jdbc.sql(
                                """
                                insert into notes.draft as d (organization_id, session_id, focus, method, narrative,
                                    version, page, saved_at, saved_by, saved_name)
                                values (:organization, :session, :focus, :method, :narrative, 1, :page, :at, :by, :name)
                                on conflict (organization_id, session_id) do update
                                set focus = excluded.focus, method = excluded.method, narrative = excluded.narrative,
                                    version = d.version + 1, page = excluded.page, saved_at = excluded.saved_at,
                                    saved_by = excluded.saved_by, saved_name = excluded.saved_name
                                where d.organization_id = excluded.organization_id and d.version = :version
                                """)
                        .param("organization", organization())
                        .param("session", session.value())
                        .param("focus", seal.close(text.focus(), session.value()))
                        .param("method", seal.close(text.method(), session.value()))
                        .param("narrative", seal.close(text.narrative(), session.value()))
                        .param("version", version)
                        .param("page", page)
                        .param("at", at.atOffset(UTC))
                        .param("by", by.account())
                        .param("name", by.name())
                        .update()
                == 1;
    }

    Optional<Line> line(SessionId session, ClientId client) {
        return jdbc.sql(
                        """
                        select text, observed, observed_by_hand, version, page, written_by from notes.draft_line
                        where organization_id = :organization and session_id = :session and client_id = :client
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("client", client.value())
                .query((row, number) ->
                        new Line(
                                seal.open(row.getBytes(1), session.value(), client.value()),
                                seal.open(row.getBytes(2), session.value(), client.value()),
                                row.getBoolean(3),
                                row.getInt(4),
                                row.getObject(5, UUID.class),
                                row.getObject(6, UUID.class)))
                .optional();
    }

    /** True when the version that was looked at is still the last one. */
    boolean saveLine(
            SessionId session,
            ClientId client,
            int version,
            UUID page,
            LineText text,
            Made made,
            Actor by,
            Instant at) {
        return jdbc.sql(
                                """
                                insert into notes.draft_line as l (organization_id, session_id, client_id, text, observed,
                                    observed_by_hand, participation, objective_id, no_goal_reason, same_text_reason, written_by,
                                    alike, version, page, saved_at, saved_by, saved_name)
                                values (:organization, :session, :client, :text, :observed, :byHand, :participation, :goal,
                                    :reason, :same, :writtenBy, :alike, 1, :page, :at, :by, :name)
                                on conflict (organization_id, session_id, client_id) do update
                                set text = excluded.text, observed = excluded.observed,
                                    observed_by_hand = excluded.observed_by_hand, participation = excluded.participation,
                                    objective_id = excluded.objective_id, no_goal_reason = excluded.no_goal_reason,
                                    same_text_reason = excluded.same_text_reason, written_by = excluded.written_by,
                                    alike = excluded.alike, version = l.version + 1, page = excluded.page,
                                    saved_at = excluded.saved_at, saved_by = excluded.saved_by,
                                    saved_name = excluded.saved_name
                                where l.organization_id = excluded.organization_id and l.version = :version
                                """)
                        .param("organization", organization())
                        .param("session", session.value())
                        .param("client", client.value())
                        .param("text", seal.close(text.text(), session.value(), client.value()))
                        .param(
                                "observed",
                                seal.close(made.observed(), session.value(), client.value()))
                        .param("byHand", made.byHand())
                        .param("participation", text.participation())
                        .param("goal", text.goal())
                        .param(
                                "reason",
                                seal.close(
                                        text.noGoalReason().strip(),
                                        session.value(),
                                        client.value()))
                        .param(
                                "same",
                                seal.close(
                                        text.sameTextReason().strip(),
                                        session.value(),
                                        client.value()))
                        .param("writtenBy", made.writtenBy())
                        .param("alike", made.alike())
                        .param("version", version)
                        .param("page", page)
                        .param("at", at.atOffset(UTC))
                        .param("by", by.account())
                        .param("name", by.name())
                        .update()
                == 1;
    }

    /** Puts the chosen words in place; an open page that held others learns it at its next save. */
    void replaceText(
            SessionId session,
            ClientId client,
            String text,
            @Nullable UUID writtenBy,
            int alike,
            Actor by,
            Instant at) {
        jdbc.sql(
                        """
                        update notes.draft_line
                        set text = :text, written_by = :writtenBy, alike = :alike, version = version + 1, page = null,
                            saved_at = :at, saved_by = :by, saved_name = :name
                        where organization_id = :organization and session_id = :session and client_id = :client
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("client", client.value())
                .param("text", seal.close(text, session.value(), client.value()))
                .param("writtenBy", writtenBy)
                .param("alike", alike)
                .param("at", at.atOffset(UTC))
                .param("by", by.account())
                .param("name", by.name())
                .update();
    }

    /** What the chips say now, where no hand changed it; a line without a draft gets one. */
    void observe(SessionId session, ClientId client, String observed, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into notes.draft_line as l (organization_id, session_id, client_id, observed, version,
                            saved_at, saved_by, saved_name)
                        values (:organization, :session, :client, :observed, 0, :at, :by, :name)
                        on conflict (organization_id, session_id, client_id) do update set observed = excluded.observed
                        where l.organization_id = excluded.organization_id and not l.observed_by_hand
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("client", client.value())
                .param("observed", seal.close(observed, session.value(), client.value()))
                .param("at", at.atOffset(UTC))
                .param("by", by.account())
                .param("name", by.name())
                .update();
    }

    /** Brings a line and its taps to another session; what stood in the first stays there. */
    void carry(SessionId from, SessionId to, ClientId client, Actor by, Instant at) {
        jdbc.sql(
                        """
                        select text, observed, observed_by_hand, participation, objective_id, no_goal_reason, written_by,
                               alike, version
                        from notes.draft_line
                        where organization_id = :organization and session_id = :session and client_id = :client
                        """)
                .param("organization", organization())
                .param("session", from.value())
                .param("client", client.value())
                .query(row -> {
                    insert(row, from, to, client, by, at);
                });
        jdbc.sql(
                        """
                        update notes.chip set session_id = :to
                        where organization_id = :organization and session_id = :from and client_id = :client
                        """)
                .param("organization", organization())
                .param("from", from.value())
                .param("to", to.value())
                .param("client", client.value())
                .update();
    }

    /** The words are sealed for their place, so each is opened there and sealed for the new one. */
    private void insert(
            ResultSet row, SessionId from, SessionId to, ClientId client, Actor by, Instant at)
            throws SQLException {
        jdbc.sql(
                        """
                        insert into notes.draft_line (organization_id, session_id, client_id, text, observed,
                            observed_by_hand, participation, objective_id, no_goal_reason, written_by, alike, version,
                            saved_at, saved_by, saved_name)
                        values (:organization, :session, :client, :text, :observed, :byHand, :participation, :goal,
                            :reason, :writtenBy, :alike, :version, :at, :by, :name)
                        on conflict (organization_id, session_id, client_id) do nothing
                        """)
                .param("organization", organization())
                .param("session", to.value())
                .param("client", client.value())
                .param("text", moved(row.getBytes("text"), from, to, client))
                .param("observed", moved(row.getBytes("observed"), from, to, client))
                .param("byHand", row.getBoolean("observed_by_hand"))
                .param("participation", row.getObject("participation", Integer.class))
                .param("goal", row.getObject("objective_id", UUID.class))
                .param("reason", moved(row.getBytes("no_goal_reason"), from, to, client))
                .param("writtenBy", row.getObject("written_by", UUID.class))
                .param("alike", row.getInt("alike"))
                .param("version", row.getInt("version"))
                .param("at", at.atOffset(UTC))
                .param("by", by.account())
                .param("name", by.name())
                .update();
    }

    private byte @Nullable [] moved(
            byte @Nullable [] sealed, SessionId from, SessionId to, ClientId client) {
        return seal.close(
                seal.open(sealed, from.value(), client.value()), to.value(), client.value());
    }

    /**
     * What was written of the client in the last three groups that are signed, the newest first.
     */
    List<Beside.Before> lastThree(SessionId session, ClientId client, LocalDate until) {
        return jdbc.sql(
                        """
                        select n.local_date, l.text, n.session_id
                        from (select n.session_id, n.local_date from notes.signed_note n
                               where n.organization_id = :organization and n.client_id = :client
                                 and n.session_id <> :session and n.local_date <= :until
                               order by n.local_date desc limit 3) n
                        join notes.draft_line l on l.organization_id = :organization and l.session_id = n.session_id
                            and l.client_id = :client
                        order by n.local_date desc
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("client", client.value())
                .param("until", until)
                .query((row, number) ->
                        new Beside.Before(row.getObject(1, LocalDate.class), words(row, 2, client)))
                .list();
    }

    /** The own words of the client's last five signed notes of groups, the newest first. */
    List<String> lastFive(SessionId session, ClientId client) {
        return jdbc.sql(
                        """
                        select l.text, n.local_date, n.session_id
                        from (select n.session_id, n.local_date from notes.signed_note n
                               where n.organization_id = :organization and n.client_id = :client
                                 and n.session_id <> :session
                               order by n.local_date desc limit 5) n
                        join notes.draft_line l on l.organization_id = :organization and l.session_id = n.session_id
                            and l.client_id = :client
                        order by n.local_date desc
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("client", client.value())
                .query((row, number) -> words(row, 1, client))
                .list();
    }

    /** Keeps words beside the draft; the same writer's newer words replace the older. */
    void setAside(SessionId session, UUID part, Actor by, String text, Instant at) {
        jdbc.sql(
                        """
                        insert into notes.set_aside (organization_id, session_id, part, account_id, name, text, at)
                        values (:organization, :session, :part, :account, :name, :text, :at)
                        on conflict (organization_id, session_id, part, account_id) do update
                        set text = excluded.text, at = excluded.at, settled_at = null
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("part", part)
                .param("account", by.account())
                .param("name", by.name())
                .param("text", seal.close(text, session.value(), part, by.account()))
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** What waits beside the draft, the oldest first. */
    List<SetAside> setAside(SessionId session) {
        return jdbc.sql(
                        """
                        select part, account_id, name, text, at from notes.set_aside
                        where organization_id = :organization and session_id = :session and settled_at is null
                        order by at
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) -> {
                    var part = row.getObject(1, UUID.class);
                    var account = row.getObject(2, UUID.class);
                    return new SetAside(
                            part,
                            account,
                            row.getString(3),
                            seal.open(row.getBytes(4), session.value(), part, account),
                            row.getObject(5, OffsetDateTime.class).toInstant());
                })
                .list();
    }

    void settle(SessionId session, UUID part, UUID account, Instant at) {
        jdbc.sql(
                        """
                        update notes.set_aside set settled_at = :at
                        where organization_id = :organization and session_id = :session and part = :part
                          and account_id = :account
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("part", part)
                .param("account", account)
                .param("at", at.atOffset(UTC))
                .update();
    }

    private String words(ResultSet row, int column, ClientId client) throws SQLException {
        return seal.open(
                row.getBytes(column), row.getObject("session_id", UUID.class), client.value());
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
