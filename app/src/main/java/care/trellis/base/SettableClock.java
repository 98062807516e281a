package care.trellis.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that shows what it was told: for training, the synthetic clinic, and tests. It never runs
 * by itself.
 */
public final class SettableClock extends Clock {

    private volatile Instant now;

    /** A clock that shows this instant until it is set. */
    public SettableClock(Instant now) {
        this.now = now;
    }

    /** Shows this instant from now on. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves on by so much. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /**
     * The same clock: a zone matters only to those who ask for a date, and they name the site's.
     */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
