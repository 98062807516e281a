package care.trellis.ledger;

import care.trellis.attendance.AttendanceRecorded;
import care.trellis.attendance.AttendanceRecorded.Reach;
import care.trellis.authorizations.AuthorizationChanged;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ConsentChanged;
import care.trellis.clients.CoverageChanged;
import care.trellis.episodes.EpisodeChanged;
import care.trellis.notes.NotesSigned;
import care.trellis.organizations.ProgramChanged;
import care.trellis.payers.ContractChanged;
import care.trellis.sessions.RosterChanged;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hears every change that can move a decision and marks the weeks it touches, in the transaction of
 * the change: it is rolled back with it, and cannot be forgotten by it.
 */
@Component
class StaleMarks {

    /**
     * All weeks of these clients in which they are expected or which are kept, from a Monday on.
     */
    private static final String WEEKS_OF_CLIENTS =
            """
            insert into ledger.stale (organization_id, client_id, week_start, id)
            select :organization, w.client_id, w.week_start, gen_random_uuid()
            from (
                select r.client_id, date_trunc('week', r.local_date)::date as week_start
                from sessions.public_roster r
                where r.organization_id = :organization and r.local_date >= :from
                  and r.client_id in (%1$s)
                union
                select k.client_id, k.week_start from ledger.kept_week k
                where k.organization_id = :organization and k.week_start >= :from
                  and k.client_id in (%1$s)) w
            """;

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final JdbcClient jdbc;
    private final Refresher refresher;

    StaleMarks(JdbcClient jdbc, Refresher refresher) {
        this.jdbc = jdbc;
        this.refresher = refresher;
    }

    /** Once a session is over, who came also settles the size of the group for everybody in it. */
    @EventListener
    void on(AttendanceRecorded change) {
        if (change.reach() == Reach.NOBODY) {
            return;
        }
        jdbc.sql(
                        """
                        insert into ledger.stale (organization_id, client_id, week_start, id)
                        select :organization, c.client_id, :monday, gen_random_uuid()
                        from (select :client::uuid as client_id
                              union
                              select m.client_id from attendance.public_mark m
                              where :group and m.organization_id = :organization and m.session_id = :session
                                and m.status = 'PRESENT') c
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", change.client().value())
                .param("session", change.session().value())
                .param("group", change.reach() == Reach.GROUP)
                .param("monday", monday(change.localDate()))
                .update();
        refresher.wakeAfterCommit();
    }

    @EventListener
    void on(NotesSigned change) {
        jdbc.sql(
                        """
                        insert into ledger.stale (organization_id, client_id, week_start, id)
                        select :organization, client, :monday, gen_random_uuid()
                        from unnest(:clients::uuid[]) as client
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("monday", monday(change.localDate()))
                .param("clients", Columns.of(change.clients(), client -> client.value()))
                .update();
        refresher.wakeAfterCommit();
    }

    @EventListener
    void on(RosterChanged change) {
        jdbc.sql(
                        """
                        insert into ledger.stale (organization_id, client_id, week_start, id)
                        values (:organization, :client, :monday, gen_random_uuid())
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", change.client().value())
                .param("monday", monday(change.localDate()))
                .update();
        refresher.wakeAfterCommit();
    }

    /** Days after the end name the authorization that ended, so they are decided again too. */
    @EventListener
    void on(AuthorizationChanged change) {
        mark("select :id::uuid", change.client().value(), monday(change.from()));
    }

    @EventListener
    void on(ConsentChanged change) {
        mark("select :id::uuid", change.client().value(), EVER);
    }

    @EventListener
    void on(CoverageChanged change) {
        mark("select :id::uuid", change.client().value(), EVER);
    }

    /**
     * Who is in an episode belongs on the page of every week it covers, with or without sessions.
     */
    @EventListener
    void on(EpisodeChanged change) {
        mark("select :id::uuid", change.client().value(), EVER);
        jdbc.sql(
                        """
                        insert into ledger.stale (organization_id, client_id, week_start, id)
                        select distinct e.organization_id, e.client_id, w.monday::date, gen_random_uuid()
                        from episodes.public_episode e
                        cross join lateral generate_series(date_trunc('week', e.admitted_on),
                            least(e.discharged_on, (select max(k.week_start) from ledger.kept_week k
                                where k.organization_id = :organization))::timestamp, interval '7 days') as w(monday)
                        where e.organization_id = :organization and e.client_id = :client
                          and exists (select from ledger.kept_week k
                              where k.organization_id = :organization and k.week_start = w.monday::date)
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("client", change.client().value())
                .update();
    }

    @EventListener
    void on(ContractChanged change) {
        mark(
                """
                select v.client_id from clients.public_coverage v
                where v.organization_id = :organization and v.contract_id = :id
                """,
                change.contract().value(),
                EVER);
    }

    @EventListener
    void on(ProgramChanged change) {
        mark(
                """
                select e.client_id from episodes.public_episode e
                where e.organization_id = :organization and e.program_id = :id
                """,
                change.program().value(),
                EVER);
    }

    private void mark(String clients, UUID id, LocalDate from) {
        jdbc.sql(WEEKS_OF_CLIENTS.formatted(clients))
                .param("organization", OrganizationContext.current().value())
                .param("id", id)
                .param("from", from)
                .update();
        refresher.wakeAfterCommit();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
