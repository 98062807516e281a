package care.trellis.messages;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what clients agreed to, how they are reached, and who said STOP. */
@Component
class PreferenceRecords {

    private final JdbcClient jdbc;

    PreferenceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By which door somebody stopped messages. */
    enum Door {
        REPLY,
        LINK,
        STAFF
    }

    /**
     * How one client is reached.
     *
     * @param phone as it was typed; empty for none
     * @param zone the client's own, or the site's
     */
    record Reach(Preference preference, String phone, String email, ZoneId zone) {

        /** The address of a way as it was typed. */
        String typed(Way way) {
            return switch (way) {
                case TEXT -> phone;
                case MAIL -> email;
                case NONE -> "";
            };
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "Reach[…]";
        }
    }

    Optional<Reach> reach(ClientId client) {
        return jdbc.sql(
                        """
                        select coalesce(r.phone, '') as phone, coalesce(r.email, '') as email, p.way, p.language, p.remind,
                               p.zone, s.time_zone
                        from clients.public_reach r
                        join organizations.public_site s on s.organization_id = r.organization_id and s.id = r.site_id
                        left join messages.preference p
                               on p.organization_id = r.organization_id and p.client_id = r.client_id
                        where r.organization_id = :organization and r.client_id = :client
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> {
                    var way = row.getString("way");
                    var own = row.getString("zone");
                    var preference =
                            way == null
                                    ? Preference.UNASKED
                                    : new Preference(
                                            Way.valueOf(way),
                                            Language.valueOf(row.getString("language")),
                                            Remind.valueOf(row.getString("remind")),
                                            own == null ? null : ZoneId.of(own));
                    return new Reach(
                            preference,
                            row.getString("phone"),
                            row.getString("email"),
                            ZoneId.of(own == null ? row.getString("time_zone") : own));
                })
                .optional();
    }

    void save(ClientId client, Preference preference, Instant at, UUID account) {
        var zone = preference.zone();
        jdbc.sql(
                        """
                        insert into messages.preference (organization_id, client_id, way, language, remind, zone,
                            changed_at, changed_by)
                        values (:organization, :client, :way, :language, :remind, :zone, :at, :account)
                        on conflict (organization_id, client_id) do update
                           set way = excluded.way, language = excluded.language, remind = excluded.remind,
                               zone = excluded.zone, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("way", preference.way().name())
                .param("language", preference.language().name())
                .param("remind", preference.remind().name())
                .param("zone", zone == null ? null : zone.getId())
                .param("at", at.atOffset(UTC))
                .param("account", account)
                .update();
    }

    /** Every client with this number, however it was typed. */
    List<ClientId> withNumber(String lastTen) {
        return jdbc.sql(
                        """
                        select client_id from clients.public_reach
                        where organization_id = :organization
                          and right(regexp_replace(phone, '[^0-9]', '', 'g'), 10) = :digits
                        order by client_id limit 10
                        """)
                .param("organization", organization())
                .param("digits", lastTen)
                .query((row, number) -> new ClientId(row.getObject(1, UUID.class)))
                .list();
    }

    /** False when the address had stopped before. */
    boolean stop(Way way, byte[] addressKey, Door door, Instant at) {
        return jdbc.sql(
                                """
                                insert into messages.opt_out (organization_id, id, way, address_key, door, since)
                                values (:organization, :id, :way, :key, :door, :at)
                                on conflict (organization_id, way, address_key) where ended_at is null do nothing
                                """)
                        .param("organization", organization())
                        .param("id", Ids.next())
                        .param("way", way.name())
                        .param("key", addressKey)
                        .param("door", door.name())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** False when nothing was stopped. */
    boolean start(Way way, byte[] addressKey, Instant at) {
        return jdbc.sql(
                                """
                                update messages.opt_out set ended_at = :at
                                where organization_id = :organization and way = :way and address_key = :key
                                  and ended_at is null
                                """)
                        .param("organization", organization())
                        .param("way", way.name())
                        .param("key", addressKey)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Since when an address wants to hear nothing. */
    Optional<Instant> stoppedSince(Way way, byte[] addressKey) {
        return jdbc.sql(
                        """
                        select since from messages.opt_out
                        where organization_id = :organization and way = :way and address_key = :key and ended_at is null
                        """)
                .param("organization", organization())
                .param("way", way.name())
                .param("key", addressKey)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** The way and the address key of a message, for the link in it. */
    Optional<Stopped> addressed(MessageId message) {
        return jdbc.sql(
                        """
                        select way, address_key from messages.message
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", message.value())
                .query((row, number) -> new Stopped(Way.valueOf(row.getString(1)), row.getBytes(2)))
                .optional();
    }

    /** Whom a link stops. */
    record Stopped(Way way, byte[] addressKey) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Stopped that
                    && way == that.way
                    && Arrays.equals(addressKey, that.addressKey);
        }

        @Override
        public int hashCode() {
            return 31 * way.hashCode() + Arrays.hashCode(addressKey);
        }
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
