package care.trellis.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Confidence;
import care.trellis.attendance.Kind;
import care.trellis.attendance.LateTaps;
import care.trellis.attendance.Method;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.measures.Alerts;
import care.trellis.measures.CheckIns;
import care.trellis.messages.TextReceived;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** How a browser becomes a device of the building, and ceases to be one. */
@TrellisTest
class DevicesTest extends PairedTablet {

    @Test
    void a_link_makes_one_browser_the_device_and_works_once() {
        var link = link(make(Device.Kind.WALL));

        assertThat(devices.offered(link)).isPresent();
        assertThat(devices.pair(link)).isPresent();
        assertThat(devices.pair(link)).isEmpty();
        assertThat(devices.offered(link)).isEmpty();
    }

    @Test
    void a_link_that_waits_too_long_pairs_nothing() {
        var link = link(make(Device.Kind.KIOSK));
        clock.advance(Devices.LINK_WAITS.plusSeconds(1));

        assertThat(devices.pair(link)).isEmpty();
    }

    @Test
    void a_device_that_was_ended_or_paired_anew_is_none_any_more() {
        var other = devices.pair(link(make(Device.Kind.KIOSK))).orElseThrow();
        var id = devices.find(other).orElseThrow().id();
        ward.run(() -> devices.renew(permit(Action.DEVICE_PAIR), id));
        assertThat(devices.find(other)).isEmpty();

        ward.run(() -> devices.revoke(permit(Action.DEVICE_PAIR), kiosk.id()));
        assertThat(devices.find(secret)).isEmpty();
    }
}
