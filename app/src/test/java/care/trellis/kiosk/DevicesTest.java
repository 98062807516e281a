package care.trellis.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.testing.TrellisTest;
import org.junit.jupiter.api.Test;

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
