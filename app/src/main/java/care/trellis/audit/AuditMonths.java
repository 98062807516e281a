package care.trellis.audit;

import care.trellis.base.Platform;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens the record's months ahead: this one and the next two. It starts before anything that could
 * write a row, because a month cannot be opened any more once one of its rows lies in the common
 * partition.
 */
@Component
@ConditionalOnProperty(name = "trellis.audit.sealing", matchIfMissing = true)
class AuditMonths implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditMonths.class);
    private static final int MONTHS = 3;

    private final Platform platform;
    private final Clock clock;
    private volatile boolean running;
    private volatile LocalDate openedOn = LocalDate.MIN;

    AuditMonths(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        open();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, the jobs and whatever fills a new database. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Once a day at most; a month that stays closed keeps its rows in the common partition. */
    void open() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(openedOn)) {
            return;
        }
        for (int ahead = 0; ahead < MONTHS; ahead++) {
            open(today.plusMonths(ahead));
        }
        openedOn = today;
    }

    private void open(LocalDate day) {
        try {
            platform.in(sql ->
                    sql.sql("select audit.open_month(:day)")
                            .param("day", day)
                            .query((row, number) -> true)
                            .single());
        } catch (RuntimeException rowsInTheWay) {
            LOG.warn(
                    "The record of {}-{} stays in the common partition",
                    day.getYear(),
                    day.getMonthValue());
        }
    }
}
