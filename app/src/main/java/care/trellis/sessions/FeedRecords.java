package care.trellis.sessions;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.organizations.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of calendars that somebody subscribed to. */
@Component
class FeedRecords {

    /** A calendar that was asked for by its secret; its reads in this hour, this one included. */
    record Asked(UUID id, @Nullable StaffId staff, @Nullable ClientId client, int reads) {}

    private static final String ENTRY =
            """
            select s.id, s.pattern_id, s.slot, b.rule, b.starts, b.minutes, s.starts_at, s.ends_at, s.zone,
                   coalesce(r.name, '')
            from sessions.session s
            left join sessions.pattern b on b.organization_id = s.organization_id and b.id = s.pattern_id
            left join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
            """;

    private final JdbcClient jdbc;

    FeedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Feed> of(@Nullable StaffId staff, @Nullable ClientId client) {
        return jdbc.sql(
                        """
                        select id, created_at, read_at from sessions.feed
                        where organization_id = :organization and revoked_at is null
                          and (staff_id = :staff or client_id = :client)
                        """)
                .param("organization", organization())
                .param("staff", staff == null ? null : staff.value(), Types.OTHER)
                .param("client", client == null ? null : client.value(), Types.OTHER)
                .query((row, number) ->
                        new Feed(
                                row.getObject(1, UUID.class),
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3) == null
                                        ? null
                                        : row.getTimestamp(3).toInstant()))
                .optional();
    }

    void add(
            UUID id,
            @Nullable StaffId staff,
            @Nullable ClientId client,
            byte[] hash,
            UUID account,
            Instant now) {
        jdbc.sql(
                        """
                        insert into sessions.feed (organization_id, id, staff_id, client_id, token_hash, created_at, created_by)
                        values (:organization, :id, :staff, :client, :hash, :now, :account)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("staff", staff == null ? null : staff.value(), Types.OTHER)
                .param("client", client == null ? null : client.value(), Types.OTHER)
                .param("hash", hash)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void revoke(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update sessions.feed set revoked_at = :now
                        where organization_id = :organization and id = :id and revoked_at is null
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counts a read of the calendar behind a secret; nothing where the secret opens none. */
    Optional<Asked> ask(byte[] hash, Instant now) {
        return jdbc.sql(
                        """
                        update sessions.feed
                        set read_at = :now,
                            hour_began = case when hour_began > cast(:now as timestamptz) - interval '1 hour'
                                              then hour_began else :now end,
                            hour_reads = case when hour_began > cast(:now as timestamptz) - interval '1 hour'
                                              then hour_reads + 1 else 1 end
                        where organization_id = :organization and token_hash = :hash and revoked_at is null
                        returning id, staff_id, client_id, hour_reads
                        """)
                .param("organization", organization())
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    var staff = row.getObject(2, UUID.class);
                    var client = row.getObject(3, UUID.class);
                    return new Asked(
                            row.getObject(1, UUID.class),
                            staff == null ? null : new StaffId(staff),
                            client == null ? null : new ClientId(client),
                            row.getInt(4));
                })
                .optional();
    }

    /** Sessions that somebody leads, from a day on. */
    List<FeedEntry> led(StaffId staff, LocalDate from) {
        return jdbc.sql(
                        ENTRY
                                + """
                                join sessions.facilitator f on f.organization_id = s.organization_id and f.session_id = s.id
                                where s.organization_id = :organization and f.staff_id = :staff and s.local_date >= :from
                                  and s.cancelled_at is null
                                order by s.starts_at, s.id
                                """)
                .param("organization", organization())
                .param("staff", staff.value())
                .param("from", from)
                .query((row, number) -> entry(row, true))
                .list();
    }

    /** Sessions in which a client is expected, from a day on. */
    List<FeedEntry> attended(ClientId client, LocalDate from) {
        return jdbc.sql(
                        ENTRY
                                + """
                                join sessions.seat e on e.organization_id = s.organization_id and e.session_id = s.id
                                where s.organization_id = :organization and e.client_id = :client and e.removed_at is null
                                  and s.local_date >= :from and s.cancelled_at is null
                                order by s.starts_at, s.id
                                """)
                .param("organization", organization())
                .param("client", client.value())
                .param("from", from)
                .query((row, number) -> entry(row, false))
                .list();
    }

    private static FeedEntry entry(ResultSet row, boolean place) throws SQLException {
        var rule = row.getString(4);
        return new FeedEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                rule == null ? null : new Recurrence(rule),
                row.getObject(5, LocalTime.class),
                row.getInt(6),
                row.getTimestamp(7).toInstant(),
                row.getTimestamp(8).toInstant(),
                ZoneId.of(row.getString(9)),
                place ? Objects.requireNonNullElse(row.getString(10), "") : "");
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
