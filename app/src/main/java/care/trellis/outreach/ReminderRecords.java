package care.trellis.outreach;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of reminders: visits that are ahead, and what was asked for each. */
@Component
class ReminderRecords {

    /** Groups that follow each other so closely are one visit. */
    private static final Duration ONE_VISIT = Duration.ofMinutes(90);

    private final JdbcClient jdbc;

    ReminderRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A visit ahead of a client who wants to be reminded.
     *
     * @param session the first of it
     * @param remind the names of {@code messages.Remind}
     */
    record Visit(
            ClientId client,
            UUID session,
            LocalDate localDate,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            String remind) {

        /** The same visit always has the same key for the same kind of reminder. */
        UUID key(String kind) {
            return UUID.nameUUIDFromBytes(
                    (OrganizationContext.current().value()
                                    + " reminder "
                                    + client.value()
                                    + " "
                                    + session
                                    + " "
                                    + startsAt
                                    + " "
                                    + kind)
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Visits that begin in that time, of those who want to be reminded, by client and time. A group
     * that goes on already belongs to its visit, so that nobody is reminded of the second group in
     * the first.
     */
    List<Visit> ahead(Instant from, Instant until, @Nullable ClientId only) {
        var found =
                jdbc.sql(
                                """
                                select r.client_id, s.id, r.local_date, s.zone, s.starts_at, s.ends_at, p.remind
                                from sessions.public_session s
                                join sessions.public_roster r
                                  on r.organization_id = s.organization_id and r.session_id = s.id
                                join messages.public_preference p
                                  on p.organization_id = r.organization_id and p.client_id = r.client_id
                                left join attendance.public_mark m
                                  on m.organization_id = r.organization_id and m.session_id = r.session_id
                                 and m.client_id = r.client_id
                                where s.organization_id = :organization and s.starts_at > :from
                                  and s.starts_at <= :until and s.cancelled_at is null
                                  and p.way <> 'NONE' and p.remind <> 'NONE'
                                  and coalesce(m.status, 'EXPECTED') <> 'EXCUSED'
                                  and (:all or r.client_id = :client)
                                order by r.client_id, s.starts_at
                                """)
                        .param("organization", organization())
                        .param("from", from.minus(Duration.ofHours(12)).atOffset(UTC))
                        .param("until", until.atOffset(UTC))
                        .param("all", only == null)
                        .param("client", only == null ? new UUID(0, 0) : only.value())
                        .query(ReminderRecords::visit)
                        .list();
        return merged(found).stream().filter(visit -> visit.startsAt().isAfter(from)).toList();
    }

    private static List<Visit> merged(List<Visit> sessions) {
        var visits = new ArrayList<Visit>();
        for (var next : sessions) {
            var last = visits.isEmpty() ? null : visits.getLast();
            if (last != null
                    && last.client().equals(next.client())
                    && last.localDate().equals(next.localDate())
                    && !next.startsAt().isAfter(last.endsAt().plus(ONE_VISIT))) {
                visits.removeLast();
                visits.add(
                        new Visit(
                                last.client(),
                                last.session(),
                                last.localDate(),
                                last.zone(),
                                last.startsAt(),
                                next.endsAt(),
                                last.remind()));
            } else {
                visits.add(next);
            }
        }
        return visits;
    }

    /** False when it was asked for before. */
    boolean keep(UUID id, Visit visit, String kind, Instant now) {
        return jdbc.sql(
                                """
                                insert into outreach.reminder (organization_id, id, client_id, session_id, local_date, kind,
                                    starts_at, queued_at)
                                values (:organization, :id, :client, :session, :day, :kind, :starts, :now)
                                on conflict (organization_id, id) do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("client", visit.client().value())
                        .param("session", visit.session())
                        .param("day", visit.localDate())
                        .param("kind", kind)
                        .param("starts", visit.startsAt().atOffset(UTC))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Reminders that stand of visits ahead, of all or of one client. */
    List<UUID> standing(Instant from, Instant until, @Nullable ClientId only) {
        return jdbc.sql(
                        """
                        select id from outreach.reminder
                        where organization_id = :organization and withdrawn_at is null and starts_at > :from
                          and starts_at <= :until and (:all or client_id = :client)
                        """)
                .param("organization", organization())
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("all", only == null)
                .param("client", only == null ? new UUID(0, 0) : only.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void withdraw(Collection<UUID> reminders, Instant now) {
        jdbc.sql(
                        """
                        update outreach.reminder set withdrawn_at = :now
                        where organization_id = :organization and id = any(:ids)
                        """)
                .param("organization", organization())
                .param("ids", reminders.toArray(UUID[]::new))
                .param("now", now.atOffset(UTC))
                .update();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                new ClientId(row.getObject(1, UUID.class)),
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                ZoneId.of(row.getString(4)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
