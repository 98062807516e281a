package care.trellis.board;

import care.trellis.base.Permit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What clients were offered to make up for, and have not answered. */
@Component
class OfferedRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    OfferedRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Minutes of the longest session of the week that is held for each; one of two is taken. */
    Map<UUID, Integer> minutes(Permit permit, UUID[] clients, LocalDate monday) {
        var minutes = new HashMap<UUID, Integer>();
        jdbc.sql(
                        """
                        select h.client_id, cast(max(extract(epoch from s.ends_at - s.starts_at) / 60) as int)
                        from sessions.public_hold h
                        join sessions.public_session s on s.organization_id = h.organization_id and s.id = h.session_id
                        where h.organization_id = :organization and h.client_id = any(:clients) and h.held_until > :now
                          and s.local_date between :monday and :sunday
                        group by h.client_id
                        """)
                .param("organization", permit.organization().value())
                .param("clients", clients)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query(row -> {
                    minutes.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return minutes;
    }
}
