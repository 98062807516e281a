package care.trellis.outreach;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import care.trellis.outreach.Absence.Attempt;
import care.trellis.outreach.Absence.Outcome;
import care.trellis.outreach.Absence.Result;
import care.trellis.outreach.Ladder.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of absences and of what was done about them. */
@Component
class AbsenceRecords {

    private static final String ROWS =
            """
            select a.id, a.client_id, c.given_name, c.family_name, coalesce(r.phone, '') as phone, a.site_id, t.time_zone,
                   a.local_date, s.title, s.starts_at, a.noticed_at, a.owner_account, a.owner_name, a.outcome
            from outreach.absence a
            join clients.public_client c on c.organization_id = a.organization_id and c.id = a.client_id
            join clients.public_reach r on r.organization_id = a.organization_id and r.client_id = a.client_id
            join organizations.public_site t on t.organization_id = a.organization_id and t.id = a.site_id
            join sessions.public_session s on s.organization_id = a.organization_id and s.id = a.session_id
            where a.organization_id = :organization
              and (cardinality(:sites) = 0 or a.site_id = any(:sites))
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    AbsenceRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Opens an absence for everybody who was expected in a group that began between the two
     * moments, is not marked as here or excused in it, and was in no other group of that day.
     *
     * @return how many are new
     */
    int notice(Instant from, Instant until, Instant now) {
        var missing =
                jdbc.sql(
                                """
                                select distinct on (r.client_id, r.local_date) r.client_id, s.id, s.site_id, r.local_date
                                from sessions.public_session s
                                join sessions.public_roster r
                                  on r.organization_id = s.organization_id and r.session_id = s.id
                                left join attendance.public_mark m
                                  on m.organization_id = r.organization_id and m.session_id = r.session_id
                                 and m.client_id = r.client_id
                                where s.organization_id = :organization and s.starts_at > :from and s.starts_at <= :until
                                  and s.cancelled_at is null and coalesce(m.status, 'EXPECTED') in ('EXPECTED', 'ABSENT')
                                  and not exists (select from attendance.public_mark h
                                                   where h.organization_id = r.organization_id
                                                     and h.client_id = r.client_id and h.local_date = r.local_date
                                                     and h.status in ('PRESENT', 'EXCUSED'))
                                  and not exists (select from outreach.absence a
                                                   where a.organization_id = r.organization_id
                                                     and a.client_id = r.client_id and a.local_date = r.local_date)
                                order by r.client_id, r.local_date, s.starts_at
                                """)
                        .param("organization", organization())
                        .param("from", from.atOffset(UTC))
                        .param("until", until.atOffset(UTC))
                        .query((row, number) ->
                                List.of(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, UUID.class),
                                        row.getObject(4, LocalDate.class)))
                        .list();
        int added = 0;
        for (var one : missing) {
            added +=
                    jdbc.sql(
                                    """
                                    insert into outreach.absence (organization_id, id, client_id, session_id, site_id,
                                        local_date, noticed_at)
                                    values (:organization, :id, :client, :session, :site, :day, :now)
                                    on conflict (organization_id, client_id, local_date) do nothing
                                    """)
                            .param("organization", organization())
                            .param("id", Ids.next())
                            .param("client", one.get(0))
                            .param("session", one.get(1))
                            .param("site", one.get(2))
                            .param("day", one.get(3))
                            .param("now", now.atOffset(UTC))
                            .update();
        }
        return added;
    }

    /** Closes those who came after all, or whose absence was agreed since. */
    int closeCame(Instant now) {
        return jdbc.sql(
                        """
                        update outreach.absence a
                           set closed_at = :now, outcome = case when m.here then 'CAME' else 'EXPLAINED' end
                          from (select o.id, bool_or(h.status = 'PRESENT') as here
                                  from outreach.absence o
                                  join attendance.public_mark h
                                    on h.organization_id = o.organization_id and h.client_id = o.client_id
                                   and h.local_date = o.local_date and h.status in ('PRESENT', 'EXCUSED')
                                 where o.organization_id = :organization and o.closed_at is null
                                 group by o.id) m
                         where a.organization_id = :organization and a.id = m.id and a.closed_at is null
                        """)
                .param("organization", organization())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Everything open, and what was closed of the newest days, the oldest day first. */
    List<Absence> of(Set<UUID> sites, LocalDate closedSince) {
        return withAttempts(
                jdbc.sql(
                                ROWS
                                        + "and (a.closed_at is null or a.local_date >= :since) order by a.local_date, s.starts_at, c.given_name")
                        .param("organization", organization())
                        .param("sites", sites.toArray(UUID[]::new))
                        .param("since", closedSince)
                        .query((row, number) -> absence(row))
                        .list());
    }

    Optional<Absence> find(AbsenceId id, Set<UUID> sites) {
        return withAttempts(
                        jdbc.sql(ROWS + "and a.id = :id")
                                .param("organization", organization())
                                .param("sites", sites.toArray(UUID[]::new))
                                .param("id", id.value())
                                .query((row, number) -> absence(row))
                                .list())
                .stream()
                .findFirst();
    }

    void own(AbsenceId id, UUID account, String name) {
        jdbc.sql(
                        """
                        update outreach.absence set owner_account = :account, owner_name = :name
                        where organization_id = :organization and id = :id and closed_at is null
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("account", account)
                .param("name", name)
                .update();
    }

    /** False when it was closed before. */
    boolean close(AbsenceId id, Outcome outcome, Instant now) {
        return jdbc.sql(
                                """
                                update outreach.absence set closed_at = :now, outcome = :outcome
                                where organization_id = :organization and id = :id and closed_at is null
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("outcome", outcome.name())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void add(UUID id, AbsenceId absence, Attempt attempt, UUID account) {
        jdbc.sql(
                        """
                        insert into outreach.attempt (organization_id, id, absence_id, step, result, words, at, account_id,
                            account_name)
                        values (:organization, :id, :absence, :step, :result, :words, :at, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("absence", absence.value())
                .param("step", attempt.step().name())
                .param("result", attempt.result().name())
                .param("words", attempt.words().isEmpty() ? null : vault.seal(id, attempt.words()))
                .param("at", attempt.at().atOffset(UTC))
                .param("account", account)
                .param("name", attempt.by())
                .update();
    }

    private List<Absence> withAttempts(List<Absence> absences) {
        var attempts = new HashMap<UUID, List<Attempt>>();
        jdbc.sql(
                        """
                        select absence_id, id, step, result, words, at, account_name from outreach.attempt
                        where organization_id = :organization and absence_id = any(:ids) order by at, id
                        """)
                .param("organization", organization())
                .param("ids", absences.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    attempts.computeIfAbsent(
                                    row.getObject("absence_id", UUID.class), _ -> new ArrayList<>())
                            .add(attempt(row));
                });
        return absences.stream().map(one -> with(one, attempts)).toList();
    }

    private static Absence with(Absence one, Map<UUID, List<Attempt>> attempts) {
        return new Absence(
                one.id(),
                one.client(),
                one.name(),
                one.phone(),
                one.site(),
                one.zone(),
                one.day(),
                one.group(),
                one.startsAt(),
                one.noticedAt(),
                one.ownerAccount(),
                one.owner(),
                one.outcome(),
                attempts.getOrDefault(one.id().value(), List.of()));
    }

    private Attempt attempt(ResultSet row) throws SQLException {
        var words = row.getBytes("words");
        return new Attempt(
                Step.valueOf(row.getString("step")),
                Result.valueOf(row.getString("result")),
                words == null ? "" : vault.open(row.getObject("id", UUID.class), words),
                instant(row, "at"),
                row.getString("account_name"));
    }

    private static Absence absence(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Absence(
                new AbsenceId(row.getObject("id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("given_name") + " " + row.getString("family_name").charAt(0) + ".",
                row.getString("phone"),
                row.getObject("site_id", UUID.class),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("local_date", LocalDate.class),
                row.getString("title"),
                instant(row, "starts_at"),
                instant(row, "noticed_at"),
                row.getObject("owner_account", UUID.class),
                row.getString("owner_name"),
                outcome == null ? null : Outcome.valueOf(outcome),
                List.of());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
