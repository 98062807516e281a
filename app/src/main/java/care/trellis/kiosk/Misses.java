package care.trellis.kiosk;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many answers that lead to nobody a door takes: {@value #ALLOWED} within ten minutes, then
 * none until the first of them is that old. It is counted and committed before the answer is looked
 * at, so that many at the same moment are no way around; one that led to somebody is forgiven. With
 * six tiles, and three letters and a birthday to know before, that leaves a stranger nothing to
 * try; a room of shaking hands stays far below it.
 */
@Repository
class Misses {

    static final int ALLOWED = 15;
    static final Duration WINDOW = Duration.ofMinutes(10);

    /** The answer of {@link #count} where the door takes none now. */
    static final UUID WAIT = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    Misses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts an answer.
     *
     * @param door the device, or the session whose code is tried
     * @return what to forgive; {@link #WAIT} where the door takes no answer now
     */
    @Transactional
    UUID count(UUID door) {
        var now = clock.instant();
        int before =
                jdbc.sql(
                                """
                                select count(*) from kiosk.miss
                                where organization_id = :organization and device_id = :door and at > :since
                                """)
                        .param("organization", organization())
                        .param("door", door)
                        .param("since", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single();
        if (before >= ALLOWED) {
            return WAIT;
        }
        var id = Ids.next();
        add(door, id, now);
        return id;
    }

    private void add(UUID door, UUID id, Instant now) {
        jdbc.sql(
                        """
                        insert into kiosk.miss (organization_id, id, device_id, at)
                        values (:organization, :id, :door, :now)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("door", door)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The answer led to somebody. */
    @Transactional
    void forgive(UUID id) {
        jdbc.sql("delete from kiosk.miss where organization_id = :organization and id = :id")
                .param("organization", organization())
                .param("id", id)
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
