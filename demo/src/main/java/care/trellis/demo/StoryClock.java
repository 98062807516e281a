package care.trellis.demo;

import care.trellis.base.SettableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;

/**
 * The clock of the demo: it shows the story's time while the clinic is made, and the real time from
 * then on.
 */
@InDemo
@Primary
final class StoryClock extends Clock {

    private final SettableClock story = new SettableClock(Instant.EPOCH);
    private volatile Clock shown = Clock.systemUTC();

    /** Shows this moment of the story. */
    void set(Instant moment) {
        story.set(moment);
        shown = story;
    }

    /** Shows the real time again. */
    void showRealTime() {
        shown = Clock.systemUTC();
    }

    @Override
    public Instant instant() {
        return shown.instant();
    }

    @Override
    public ZoneId getZone() {
        return shown.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return shown.withZone(zone);
    }
}
