package care.trellis.whiteboard;

import care.trellis.base.OrganizationContext;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of groups that were larger than they may be while nobody has said why. */
@Repository
class UnexplainedRecords {

    /** One such group. */
    record Unexplained(
            SessionId session, UUID site, LocalDate day, String title, int people, int atMost) {}

    private final JdbcClient jdbc;

    UnexplainedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sessions that took place, ended in that time, and are not noted. */
    List<SessionId> ended(Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select s.id from sessions.public_session s
                        where s.organization_id = :organization and s.local_date between :first and :last
                          and s.ends_at > :from and s.ends_at <= :to and s.cancelled_at is null
                          and not exists (select from whiteboard.unexplained u
                              where u.organization_id = s.organization_id and u.session_id = s.id)
                        """)
                .param("organization", organization())
                .param("first", from.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1))
                .param("last", to.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                .list();
    }

    void add(Group group, Guard guard, Instant now) {
        jdbc.sql(
                        """
                        insert into whiteboard.unexplained (organization_id, session_id, site_id, local_date, title, people,
                            at_most, noted_at)
                        select s.organization_id, s.id, s.site_id, s.local_date, s.title, :people, :most, :now
                        from sessions.public_session s
                        where s.organization_id = :organization and s.id = :session
                        on conflict do nothing
                        """)
                .param("organization", organization())
                .param("session", group.session().value())
                .param("people", guard.people())
                .param("most", guard.atMost())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those without a reason for as many as there were, the oldest first. */
    List<Unexplained> open() {
        return jdbc.sql(
                        """
                        select u.session_id, u.site_id, u.local_date, u.title, u.people, u.at_most
                        from whiteboard.unexplained u
                        where u.organization_id = :organization
                          and not exists (select from whiteboard.override o
                              where o.organization_id = u.organization_id and o.session_id = u.session_id
                                and o.people >= u.people)
                        order by u.local_date, u.title
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Unexplained(
                                new SessionId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class),
                                row.getObject(3, LocalDate.class),
                                row.getString(4),
                                row.getInt(5),
                                row.getInt(6)))
                .list();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
