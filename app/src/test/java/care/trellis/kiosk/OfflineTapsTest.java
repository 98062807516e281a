package care.trellis.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.attendance.Kind;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.clients.ClientId;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was pressed while there was no connection. */
@TrellisTest
class OfflineTapsTest extends PairedTablet {

    @Test
    void what_was_pressed_without_a_connection_is_merged_with_the_time_it_was_pressed() {
        clock.set(NINE.plusSeconds(1800));
        var tap =
                new OfflineTap(
                        UUID.randomUUID(),
                        code("REY|05-04|M"),
                        Kind.CHECK_IN,
                        Duration.ofMinutes(25));
        merge(tap);
        merge(tap);

        assertThat(mark(group).arrivedAt()).isEqualTo(NINE.plusSeconds(300));
        assertThat(history()).hasSize(1);

        merge(
                new OfflineTap(
                        UUID.randomUUID(),
                        code("RE|05-04|M"),
                        Kind.CHECK_OUT,
                        Duration.ofMinutes(1)));
        assertThat(mark(group).leftAt()).isEqualTo(NINE.plusSeconds(1740));
    }

    @Test
    void a_press_that_leads_to_nobody_is_kept_with_its_time_for_staff() {
        merge(
                new OfflineTap(
                        UUID.randomUUID(),
                        code("ZZZ|01-01|Q"),
                        Kind.CHECK_IN,
                        Duration.ofMinutes(5)));

        assertThat(ward.in(() -> devices.all(permit(Action.DEVICE_PAIR))))
                .singleElement()
                .satisfies(device -> assertThat(device.strays()).isEqualTo(1));
    }

    @Test
    void a_press_that_differs_from_what_staff_recorded_meanwhile_is_shown_and_changes_nothing() {
        clock.set(NINE.plusSeconds(1200));
        ward.run(() ->
                attendance.markAbsent(
                        permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        new ClientId(maya.id()),
                        Status.ABSENT,
                        ""));
        merge(
                new OfflineTap(
                        UUID.randomUUID(),
                        code("REY|05-04|M"),
                        Kind.CHECK_IN,
                        Duration.ofMinutes(15)));

        assertThat(mark(group).status()).isEqualTo(Status.ABSENT);
        var open = ward.in(() -> lateTaps.open(permit(Action.CHECK_IN), group));
        assertThat(open)
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.at()).isEqualTo(NINE.plusSeconds(300)));
        ward.run(() -> lateTaps.settle(permit(Action.CHECK_IN), group, open.getFirst().id()));
        assertThat(ward.in(() -> lateTaps.open(permit(Action.CHECK_IN), group))).isEmpty();
    }

    private void merge(OfflineTap tap) {
        ward.run(() -> offline.merge(kiosk, tap));
    }
}
