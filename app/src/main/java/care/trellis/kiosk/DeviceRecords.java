package care.trellis.kiosk;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of devices. */
@Repository
class DeviceRecords {

    private static final String DEVICE =
            """
            select d.id, d.site_id, s.name as site_name, d.kind, d.name, s.time_zone, d.paired_at, d.seen_at
            from kiosk.device d
            join organizations.public_site s on s.organization_id = d.organization_id and s.id = d.site_id
            where d.organization_id = :organization and d.revoked_at is null
            """;

    private final JdbcClient jdbc;

    DeviceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Device> all(Instant since) {
        return jdbc.sql(
                        """
                        select d.id, d.site_id, s.name as site_name, d.kind, d.name, s.time_zone, d.paired_at, d.seen_at,
                               (select count(*) from kiosk.stray t
                                 where t.organization_id = d.organization_id and t.device_id = d.id and t.at > :since)
                                   as strays
                        from kiosk.device d
                        join organizations.public_site s on s.organization_id = d.organization_id and s.id = d.site_id
                        where d.organization_id = :organization and d.revoked_at is null
                        order by s.name, d.name, d.id
                        """)
                .param("organization", organization())
                .param("since", utc(since))
                .query((row, number) -> device(row, row.getInt("strays")))
                .list();
    }

    Optional<Device> byToken(byte[] hash) {
        return jdbc.sql(DEVICE + " and d.token_hash = :hash")
                .param("organization", organization())
                .param("hash", hash)
                .query((row, number) -> device(row, 0))
                .optional();
    }

    Optional<Device> byLink(byte[] hash, Instant now) {
        return jdbc.sql(DEVICE + " and d.pairing_hash = :hash and d.pairing_until > :now")
                .param("organization", organization())
                .param("hash", hash)
                .param("now", utc(now))
                .query((row, number) -> device(row, 0))
                .optional();
    }

    void insert(DeviceId id, UUID site, Device.Kind kind, String name, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into kiosk.device (organization_id, id, site_id, kind, name, made_by, made_at)
                        values (:organization, :id, :site, :kind, :name, :account, :now)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("site", site)
                .param("kind", kind.name())
                .param("name", name)
                .param("account", actor.account())
                .param("now", utc(now))
                .update();
    }

    /** A browser that was the device before is none any more. */
    void offer(DeviceId id, byte[] hash, Instant until) {
        jdbc.sql(
                        """
                        update kiosk.device
                           set pairing_hash = :hash, pairing_until = :until, token_hash = null, paired_at = null
                         where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("hash", hash)
                .param("until", utc(until))
                .update();
    }

    /** True for the one browser that took the link. */
    boolean pair(byte[] link, byte[] secret, Instant now) {
        return jdbc.sql(
                                """
                                update kiosk.device
                                   set token_hash = :secret, paired_at = :now, seen_at = :now, pairing_hash = null,
                                       pairing_until = null
                                 where organization_id = :organization and pairing_hash = :link and pairing_until > :now
                                   and revoked_at is null
                                """)
                        .param("organization", organization())
                        .param("link", link)
                        .param("secret", secret)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void seen(DeviceId id, Instant now) {
        jdbc.sql(
                        "update kiosk.device set seen_at = :now where organization_id = :organization and id = :id")
                .param("organization", organization())
                .param("id", id.value())
                .param("now", utc(now))
                .update();
    }

    void revoke(DeviceId id, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        update kiosk.device
                           set revoked_at = :now, revoked_by = :account, token_hash = null, pairing_hash = null,
                               pairing_until = null
                         where organization_id = :organization and id = :id and revoked_at is null
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("account", actor.account())
                .param("now", utc(now))
                .update();
    }

    Map<UUID, String> sites() {
        var sites = new LinkedHashMap<UUID, String>();
        jdbc.sql(
                        "select id, name from organizations.public_site where organization_id = :organization order by name")
                .param("organization", organization())
                .query((row, number) -> sites.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return sites;
    }

    private static Device device(ResultSet row, int strays) throws SQLException {
        return new Device(
                new DeviceId(row.getObject("id", UUID.class)),
                OrganizationContext.current(),
                row.getObject("site_id", UUID.class),
                row.getString("site_name"),
                Device.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                ZoneId.of(row.getString("time_zone")),
                instant(row.getTimestamp("paired_at")),
                instant(row.getTimestamp("seen_at")),
                strays);
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
