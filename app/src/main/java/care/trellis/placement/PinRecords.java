package care.trellis.placement;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Place;
import java.sql.ResultSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of places that no proposal changes. */
@Repository
class PinRecords {

    private final JdbcClient jdbc;

    PinRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ClientId, Place> all() {
        var pins = new HashMap<ClientId, Place>();
        jdbc.sql(
                        """
                        select client_id, track_id, days from placement.pin where organization_id = :organization
                        """)
                .param("organization", organization())
                .query((ResultSet row) -> {
                    pins.put(
                            new ClientId(row.getObject(1, UUID.class)),
                            new Place(
                                    row.getString(2),
                                    SituationRecords.days((Integer[]) row.getArray(3).getArray())));
                });
        return pins;
    }

    void put(ClientId client, Place place, Instant now, String by) {
        jdbc.sql(
                        """
                        insert into placement.pin (organization_id, client_id, track_id, days, pinned_at, pinned_by_name)
                        values (:organization, :client, cast(:track as uuid), :days, :now, :by)
                        on conflict (organization_id, client_id) do update
                           set track_id = excluded.track_id, days = excluded.days, pinned_at = excluded.pinned_at,
                               pinned_by_name = excluded.pinned_by_name
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("track", place.track())
                .param(
                        "days",
                        place.days().stream()
                                .map(DayOfWeek::getValue)
                                .sorted()
                                .toArray(Integer[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void remove(ClientId client) {
        jdbc.sql(
                        """
                        delete from placement.pin
                        where organization_id = :organization and client_id = :client
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
