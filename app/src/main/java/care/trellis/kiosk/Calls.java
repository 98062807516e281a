package care.trellis.kiosk;

import static care.trellis.base.Action.CALL_TAKE;

import care.trellis.audit.Audit;
import care.trellis.base.Actor;
import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.news.News;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "I am not OK", pressed at a device by somebody who did not say who they are. Every open page of
 * the site says so until somebody goes there.
 */
@Service
public class Calls {

    /** Topic of the news that a call was raised or taken. */
    public static final String TOPIC = "calls";

    /**
     * A call that nobody has taken.
     *
     * @param where the device's place
     */
    public record Call(UUID id, UUID site, String where, Instant raisedAt, ZoneId zone) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final News news;
    private final Clock clock;

    Calls(JdbcClient jdbc, Audit audit, News news, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /** The calls at the actor's sites that nobody has taken, the oldest first. */
    @Transactional(readOnly = true)
    public List<Call> open(Permit permit) {
        return jdbc
                .sql(
                        """
                        select c.id, c.site_id, d.name, c.raised_at, s.time_zone
                        from kiosk.call c
                        join kiosk.device d on d.organization_id = c.organization_id and d.id = c.device_id
                        join organizations.public_site s
                          on s.organization_id = c.organization_id and s.id = c.site_id
                        where c.organization_id = :organization and c.taken_at is null
                        order by c.raised_at, c.id
                        """)
                .param("organization", permit.organization().value())
                .query(Calls::call)
                .list()
                .stream()
                .filter(call -> permit.actor().worksAt(call.site()))
                .toList();
    }

    /** The actor goes there. */
    @Transactional
    public void take(Permit permit, UUID call) {
        permit.require(CALL_TAKE);
        if (!site(permit, call).filter(permit.actor()::worksAt).isPresent()) {
            throw new NotFound();
        }
        own(call, permit.actor());
        audit.record(permit, "kiosk.call", call, null, "TAKEN");
        news.tell(permit.organization(), TOPIC, List.of(call));
    }

    /** The same key raises one. */
    void raise(Device device, UUID key) {
        int raised =
                jdbc.sql(
                                """
                                insert into kiosk.call (organization_id, id, site_id, device_id, raised_at)
                                values (:organization, :id, :site, :device, :now)
                                on conflict (organization_id, id) do nothing
                                """)
                        .param("organization", OrganizationContext.current().value())
                        .param("id", key)
                        .param("site", device.site())
                        .param("device", device.id().value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (raised == 1) {
            news.tell(device.organization(), TOPIC, List.of(key));
        }
    }

    private Optional<UUID> site(Permit permit, UUID call) {
        return jdbc.sql(
                        "select site_id from kiosk.call where organization_id = :organization and id = :id")
                .param("organization", permit.organization().value())
                .param("id", call)
                .query(UUID.class)
                .optional();
    }

    private void own(UUID call, Actor actor) {
        jdbc.sql(
                        """
                        update kiosk.call set taken_at = :now, taken_by = :account, taken_by_name = :name
                        where organization_id = :organization and id = :id and taken_at is null
                        """)
                .param("organization", actor.organization().value())
                .param("id", call)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        return new Call(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                ZoneId.of(row.getString(5)));
    }
}
