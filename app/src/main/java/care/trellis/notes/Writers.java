package care.trellis.notes;

import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.base.news.News;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who writes in which part of a group's note right now, so that two people do not write the same
 * line at once. It is a courtesy and guards nothing: what both write all the same is kept by {@link
 * Drafts}.
 */
@Service
public class Writers {

    /** Topic of the news that somebody came to a part or left it; its ids are the sessions. */
    public static final String WRITING = "writing";

    /** How long somebody counts as writing after the last sign of it. */
    public static final Duration STAYS = Duration.ofSeconds(45);

    /**
     * Somebody else in a part.
     *
     * @param part the client whose line it is; the session itself for the shared part
     */
    public record Writer(UUID part, String name) {}

    private final JdbcClient jdbc;
    private final News news;
    private final Clock clock;

    Writers(JdbcClient jdbc, News news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    /** The actor is in a part, and in no other of this note; said again while the actor stays. */
    @Transactional
    public void enter(Permit permit, SessionId session, UUID part) {
        permit.require(Action.NOTE_WRITE, resource(session));
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        boolean moved =
                jdbc.sql(
                                        """
                                        insert into notes.writing as w (organization_id, session_id, account_id, part, name, until)
                                        values (:organization, :session, :account, :part, :name, :until)
                                        on conflict (organization_id, session_id, account_id) do update
                                        set part = excluded.part, until = excluded.until
                                        where w.part <> excluded.part or w.until < :now
                                        """)
                                .param("organization", organization())
                                .param("session", session.value())
                                .param("account", permit.actor().account())
                                .param("part", part)
                                .param("name", permit.actor().name())
                                .param("until", now.plus(STAYS))
                                .param("now", now)
                                .update()
                        == 1;
        if (moved) {
            news.tell(permit.organization(), WRITING, List.of(session.value()));
        } else {
            stay(permit, session, now.plus(STAYS));
        }
    }

    private void stay(Permit permit, SessionId session, OffsetDateTime until) {
        jdbc.sql(
                        """
                        update notes.writing set until = :until
                        where organization_id = :organization and session_id = :session and account_id = :account
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("account", permit.actor().account())
                .param("until", until)
                .update();
    }

    /** The actor is in no part any more. */
    @Transactional
    public void leave(Permit permit, SessionId session) {
        permit.require(Action.NOTE_WRITE, resource(session));
        int left =
                jdbc.sql(
                                """
                                delete from notes.writing
                                where organization_id = :organization and session_id = :session and account_id = :account
                                """)
                        .param("organization", organization())
                        .param("session", session.value())
                        .param("account", permit.actor().account())
                        .update();
        if (left > 0) {
            news.tell(permit.organization(), WRITING, List.of(session.value()));
        }
    }

    /** Who else writes in this note. */
    @Transactional(readOnly = true)
    public List<Writer> others(Permit permit, SessionId session) {
        permit.require(Action.NOTE_VIEW, resource(session));
        return jdbc.sql(
                        """
                        select part, name from notes.writing
                        where organization_id = :organization and session_id = :session and account_id <> :account
                          and until > :now
                        order by name
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("account", permit.actor().account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Writer(row.getObject("part", UUID.class), row.getString("name")))
                .list();
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
