package care.trellis.chain;

import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.BurnDown;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a burn-down needs of many clients at once: booked days, kept days, level of care. */
@Repository
class OutlookRecords {

    /** How far back a client's own attendance counts. */
    private static final int HISTORY_DAYS = 56;

    private final JdbcClient jdbc;

    OutlookRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day on which a client is still expected. */
    record BookedDay(LocalDate day, int sessions, int minutes) {}

    /** By client, in the order of days; sessions that were attended or missed already are not. */
    @Transactional(readOnly = true)
    Map<ClientId, List<BookedDay>> booked(
            Permit permit, Collection<ClientId> clients, LocalDate from, LocalDate to) {
        var booked = new HashMap<ClientId, List<BookedDay>>();
        jdbc.sql(
                        """
                        with expected as materialized (
                            select client_id, session_id, local_date from sessions.public_roster
                            where organization_id = :organization and client_id = any(:clients)
                              and local_date between :from and :to),
                        marked as materialized (
                            select client_id, session_id from attendance.public_mark
                            where organization_id = :organization and client_id = any(:clients)
                              and local_date between :from and :to and status <> 'EXPECTED')
                        select e.client_id, e.local_date, count(*) as sessions,
                               sum(extract(epoch from s.ends_at - s.starts_at) / 60)::int as minutes
                        from expected e
                        join sessions.public_session s
                          on s.organization_id = :organization and s.id = e.session_id
                        left join marked m on m.client_id = e.client_id and m.session_id = e.session_id
                        where m.session_id is null
                        group by e.client_id, e.local_date
                        order by e.local_date
                        """)
                .param("organization", permit.organization().value())
                .param("clients", ids(clients))
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    booked.computeIfAbsent(
                                    new ClientId(row.getObject("client_id", UUID.class)),
                                    client -> new ArrayList<>())
                            .add(
                                    new BookedDay(
                                            row.getObject("local_date", LocalDate.class),
                                            row.getInt("sessions"),
                                            row.getInt("minutes")));
                });
        return booked;
    }

    /** Days that were booked and kept in the eight weeks before today. */
    @Transactional(readOnly = true)
    Map<ClientId, BurnDown.History> history(
            Permit permit, Collection<ClientId> clients, LocalDate today) {
        var history = new HashMap<ClientId, BurnDown.History>();
        jdbc.sql(
                        """
                        select client_id, count(distinct local_date) as booked,
                               count(distinct local_date) filter (where status = 'PRESENT') as kept
                        from attendance.public_mark
                        where organization_id = :organization and client_id = any(:clients)
                          and local_date >= :since and local_date < :today and status <> 'EXPECTED'
                        group by client_id
                        """)
                .param("organization", permit.organization().value())
                .param("clients", ids(clients))
                .param("since", today.minusDays(HISTORY_DAYS))
                .param("today", today)
                .query(row -> {
                    history.put(
                            new ClientId(row.getObject("client_id", UUID.class)),
                            new BurnDown.History(row.getInt("booked"), row.getInt("kept")));
                });
        return history;
    }

    /** The level of care of those who are in an episode today; others are absent. */
    @Transactional(readOnly = true)
    Map<ClientId, String> levels(Permit permit, Collection<ClientId> clients, LocalDate today) {
        var levels = new HashMap<ClientId, String>();
        jdbc.sql(
                        """
                        select e.client_id, p.level_of_care
                        from episodes.public_episode e
                        join episodes.public_placement p on p.organization_id = e.organization_id and p.episode_id = e.id
                        where e.organization_id = :organization and e.client_id = any(:clients)
                          and e.admitted_on <= :today and (e.discharged_on is null or e.discharged_on >= :today)
                          and p.from_date <= :today and (p.to_date is null or p.to_date >= :today)
                        order by p.from_date
                        """)
                .param("organization", permit.organization().value())
                .param("clients", ids(clients))
                .param("today", today)
                .query(row -> {
                    levels.put(
                            new ClientId(row.getObject("client_id", UUID.class)),
                            row.getString("level_of_care"));
                });
        return levels;
    }

    /** What a day that draws from these authorizations draws on average, as the ledger has it. */
    @Transactional(readOnly = true)
    Map<AuthorizationId, BigDecimal> drawPerDay(Permit permit, Collection<AuthorizationId> of) {
        var draws = new HashMap<AuthorizationId, BigDecimal>();
        jdbc.sql(
                        """
                        select authorization_id, round(avg(authorized_units), 2) as units
                        from ledger.public_day
                        where organization_id = :organization and authorization_id = any(:authorizations)
                          and authorized_units > 0
                        group by authorization_id
                        """)
                .param("organization", permit.organization().value())
                .param(
                        "authorizations",
                        of.stream().map(AuthorizationId::value).toArray(UUID[]::new))
                .query(row -> {
                    draws.put(
                            new AuthorizationId(row.getObject("authorization_id", UUID.class)),
                            row.getBigDecimal("units"));
                });
        return draws;
    }

    private static UUID[] ids(Collection<ClientId> clients) {
        return clients.stream().map(ClientId::value).distinct().toArray(UUID[]::new);
    }
}
