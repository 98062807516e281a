package care.trellis.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.attendance.Confidence;
import care.trellis.attendance.Method;
import care.trellis.base.Action;
import care.trellis.clients.ClientId;
import care.trellis.messages.TextReceived;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Coming by one's own phone: the code on the wall, and the four digits of a room. */
@TrellisTest
class PhoneDoorTest extends PairedTablet {

    @Test
    void the_code_on_the_wall_opens_in_its_minute_and_the_next_and_asks_who_it_is() {
        var wall = tickets.wall(kiosk).substring("/arrive/".length());
        clock.advance(Duration.ofSeconds(119));
        var form = phones.open(wall).orElseThrow().path().substring("/arrive/".length());
        clock.advance(Duration.ofSeconds(1));
        assertThat(phones.open(wall)).isEmpty();

        var born = LocalDate.of(1990, 5, 4);
        assertThat(phone(wall, "REY", born, "")).isEqualTo(new Arrival.SeeDesk());
        assertThat(phone(form, "REY", born.plusYears(1), "")).isEqualTo(new Arrival.SeeDesk());
        assertThat(phone(form, "REY", born, "")).isInstanceOf(Arrival.Came.class);
        assertThat(history().getFirst().method()).isEqualTo(Method.QR);
    }

    @Test
    void an_address_that_was_changed_or_made_up_opens_nothing() {
        var wall = tickets.wall(kiosk).substring("/arrive/".length());
        var changed =
                wall.substring(0, 5) + (wall.charAt(5) == 'A' ? 'B' : 'A') + wall.substring(6);

        assertThat(phones.open(changed)).isEmpty();
        assertThat(phones.open("nothing")).isEmpty();
        assertThat(phones.open("")).isEmpty();
    }

    @Test
    void the_code_of_a_device_that_was_ended_checks_nobody_in() {
        var form = phones.open(tickets.wall(kiosk).substring("/arrive/".length())).orElseThrow();
        ward.run(() -> devices.revoke(permit(Action.DEVICE_PAIR), kiosk.id()));

        assertThat(
                        phone(
                                form.path().substring("/arrive/".length()),
                                "REY",
                                LocalDate.of(1990, 5, 4),
                                ""))
                .isEqualTo(new Arrival.SeeDesk());
    }

    @Test
    void who_joins_by_video_names_the_four_digits_that_are_said_there() {
        clinic.write(
                ward, "update sessions.session set modality = 'VIDEO' where id = ?", group.value());
        var shown = ward.in(() -> codes.shown(permit(Action.SESSION_VIEW), group));
        var link = shown.path().substring("/arrive/".length());
        var born = LocalDate.of(1990, 5, 4);
        var wrong = shown.code().equals("0000") ? "0001" : "0000";

        assertThat(shown.code()).matches("[0-9]{4}");
        assertThat(phone(link, "REY", born, wrong)).isEqualTo(new Arrival.SeeDesk());
        clock.advance(RoomCodes.STAND);
        assertThat(phone(link, "REY", born, shown.code())).isInstanceOf(Arrival.Came.class);
        assertThat(history().getFirst().method().confidence()).isEqualTo(Confidence.VIDEO);
    }

    @Test
    void a_text_with_the_four_digits_checks_its_sender_in_and_guessing_is_bounded() {
        var code = ward.in(() -> codes.shown(permit(Action.SESSION_VIEW), group)).code();
        var key = UUID.randomUUID();

        assertThat(text(UUID.randomUUID(), code.equals("1234") ? "1235" : "1234"))
                .isEqualTo(new Arrival.SeeDesk());
        assertThat(text(key, " " + code + ".")).isInstanceOf(Arrival.Came.class);
        assertThat(text(key, code)).isInstanceOf(Arrival.Here.class);
        assertThat(history())
                .hasSize(1)
                .first()
                .extracting(event -> event.method())
                .isEqualTo(Method.TEXT);
        for (int guess = 0; guess < Misses.ALLOWED; guess++) {
            text(UUID.randomUUID(), "x");
        }
        assertThat(text(UUID.randomUUID(), code)).isEqualTo(new Arrival.Wait());
    }

    @Test
    void a_number_that_a_family_shares_checks_in_whose_room_the_digits_are() {
        var theo = clinic.theo(ward);
        var code = ward.in(() -> codes.shown(permit(Action.SESSION_VIEW), group)).code();
        var text =
                new TextReceived(
                        UUID.randomUUID(),
                        List.of(new ClientId(theo.id()), new ClientId(maya.id())),
                        code,
                        clock.instant());

        ward.run(() -> transaction.executeWithoutResult(status -> events.publishEvent(text)));

        assertThat(mark(group).isHere()).isTrue();
        assertThat(history()).hasSize(1);
    }

    private Arrival text(UUID key, String code) {
        return ward.in(
                () -> codes.byText(permit(Action.CHECK_IN), key, new ClientId(maya.id()), code));
    }

    private Arrival phone(String ticket, String letters, LocalDate born, String digits) {
        return phones.arrive(ticket, UUID.randomUUID(), letters, born, digits);
    }
}
