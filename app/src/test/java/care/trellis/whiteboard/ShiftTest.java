package care.trellis.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.attendance.Method;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Pairing;
import care.trellis.organizations.SiteId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import jakarta.servlet.http.Cookie;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whiteboard of the shift: who is here and who is not, the roll, the hand-over, the wall. */
@TrellisTest
class ShiftTest extends NineExpected {

    @Test
    void who_is_out_and_who_covers_and_who_makes_up_stand_on_the_board() throws Exception {
        var leave = UUID.randomUUID();
        clinic.write(
                ward,
                "insert into sessions.leave (organization_id, id, staff_id, from_date, to_date, created_at) values (?, ?, ?, '2026-03-02', '2026-03-06', now())",
                ward.organization().value(),
                leave,
                ward.lead());
        assertThat(shift().out())
                .extracting(Shift.Out::name, Shift.Out::covers)
                .containsExactly(tuple("M. Ortiz", ""));
        clinic.write(
                ward,
                "delete from sessions.facilitator where organization_id = ? and session_id = ?",
                ward.organization().value(),
                group.value());
        clinic.write(
                ward,
                "insert into sessions.cover (organization_id, leave_id, session_id, staff_id, part) values (?, ?, ?, ?, 'LEAD')",
                ward.organization().value(),
                leave,
                group.value(),
                ward.coLead());
        var kit = clinic.client(ward, "Kit", "Rowe");
        clinic.write(
                ward,
                "insert into sessions.hold (organization_id, id, session_id, client_id, held_until) values (?, ?, ?, ?, '2026-03-02T13:45:00Z')",
                ward.organization().value(),
                UUID.randomUUID(),
                group.value(),
                kit.id());

        assertThat(page("/shift/" + ward.site(), Role.FRONT_DESK))
                .contains(
                        "9:00 Process group: J. Kim covers",
                        "Nobody leads yet",
                        "Kit R.",
                        "9:00 Process group, held until 8:45",
                        "1 held");
        clock.set(NINE);
        assertThat(shift().makeUps()).isEmpty();
    }

    @Test
    void who_should_be_here_by_now_and_is_not_stands_on_the_board_once() {
        session(10, people.subList(0, 1));
        assertThat(shift().missing()).isEmpty();

        clock.set(NINE.plusSeconds(60));
        checkIn(people.get(1));
        ward.run(() ->
                attendance.markAbsent(
                        permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        new ClientId(people.get(2).id()),
                        Status.ABSENT,
                        ""));

        assertThat(shift().missing())
                .hasSize(7)
                .extracting(Shift.Person::name)
                .contains("Ana R.")
                .doesNotContain("Ben R.", "Cleo R.");
    }

    @Test
    void the_fire_roll_names_everybody_who_came_and_did_not_leave() {
        clock.set(NINE);
        checkIn(people.get(0));
        checkIn(people.get(1));
        ward.run(() ->
                attendance.checkOut(
                        permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        new ClientId(people.get(0).id()),
                        Method.STAFF));

        assertThat(shift().inTheBuilding())
                .extracting(Shift.Person::name)
                .containsExactly("Ben R.");
        assertThat(page("/shift/" + ward.site() + "/roll", Role.FRONT_DESK))
                .contains("Ben R.")
                .doesNotContain("Ana R.");
    }

    @Test
    void a_hand_over_is_written_by_who_goes_and_tapped_box_by_box_by_who_comes() {
        var id = UUID.randomUUID();
        assertThat(ward.in(() -> handOvers.sign(goes(), id, ward.site(), Clinic.MONDAY, Map.of())))
                .isInstanceOf(Change.Refused.class);
        ward.run(() -> handOvers.sign(goes(), id, ward.site(), Clinic.MONDAY, boxes()));

        assertThatThrownBy(
                        () -> ward.run(() -> handOvers.read(goes(), ward.site(), id, Box.SAFETY)))
                .isInstanceOf(NotFound.class);
        for (var box : Box.values()) {
            assertThat(ward.in(() -> handOvers.take(comes(), ward.site(), id)))
                    .isInstanceOf(Change.Refused.class);
            ward.run(() -> handOvers.read(comes(), ward.site(), id, box));
        }
        assertThat(ward.in(() -> handOvers.take(comes(), ward.site(), id)))
                .isInstanceOf(Change.Done.class);

        var kept = ward.in(() -> handOvers.of(comes(), ward.site())).getFirst();
        assertThat(kept.isTaken()).isTrue();
        assertThat(kept.words()).isEqualTo(boxes());
        assertThat(kept.signedByName()).isEqualTo("Maria Ortiz");
        assertThat(kept.takenByName()).isEqualTo("Jin Kim");
    }

    @Test
    void a_hand_over_that_is_being_written_is_kept_until_it_is_signed() {
        ward.run(() -> handOvers.keep(goes(), ward.site(), Map.of(Box.SAFETY, "Ana is on watch")));
        assertThat(ward.in(() -> handOvers.draft(goes(), ward.site())))
                .containsEntry(Box.SAFETY, "Ana is on watch");
        assertThat(ward.in(() -> handOvers.draft(comes(), ward.site()))).isEmpty();

        ward.run(() ->
                handOvers.sign(goes(), UUID.randomUUID(), ward.site(), Clinic.MONDAY, boxes()));
        assertThat(ward.in(() -> handOvers.draft(goes(), ward.site()))).isEmpty();
    }

    @Test
    void a_task_is_nobodys_until_somebody_takes_it_and_leaves_the_board_when_it_is_done() {
        var key = UUID.randomUUID();
        ward.run(() -> tasks.add(goes(), key, ward.site(), "Call the van"));
        ward.run(() -> tasks.add(goes(), key, ward.site(), "Call the van"));
        assertThat(open()).singleElement().extracting(Task::owner).isEqualTo("");

        ward.run(() -> tasks.take(comes(), ward.site(), key));
        assertThat(open()).singleElement().extracting(Task::owner).isEqualTo("Jin Kim");
        ward.run(() -> tasks.done(comes(), ward.site(), key));
        assertThat(open()).isEmpty();
    }

    @Test
    void the_wall_shows_first_names_with_an_initial_and_of_risk_no_name_at_all() throws Exception {
        clinic.write(
                ward,
                """
                insert into safety.flag (organization_id, id, client_id, kind, level, source, words, raised_at, raised_by,
                    raised_by_name, due_at)
                values (?, ?, ?, 'SUICIDE', 'HIGH', 'STAFF', ''::bytea, now(), ?, 'Maria Ortiz', now())
                """,
                ward.organization().value(),
                UUID.randomUUID(),
                people.get(3).id(),
                ward.leadAccount());
        clock.set(NINE);
        checkIn(people.get(3));
        var pairing =
                ((Change.Done<Pairing>)
                                ward.in(() ->
                                        devices.make(
                                                permit(Action.DEVICE_PAIR),
                                                UUID.randomUUID(),
                                                new SiteId(ward.site()),
                                                Device.Kind.WALL,
                                                "Lobby")))
                        .result();
        var secret =
                devices.pair(pairing.path().substring("/kiosk/pairing/".length())).orElseThrow();

        var wall =
                browser.perform(get("/wall").cookie(new Cookie("device", secret)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(wall)
                .contains("Ana R.", "Room B", "on watch")
                .doesNotContain("Rowe", "Dov", "Suicide", "/clients/", "/sessions/");
    }

    @Test
    void from_a_paired_browser_nothing_else_answers_not_even_the_sign_in() throws Exception {
        var cookie = new Cookie("device", "anything");

        for (var path : List.of("/sign-in", "/board", "/", "/clients", "/settings", "/arrive/x")) {
            assertThat(
                            browser.perform(get(path).cookie(cookie))
                                    .andReturn()
                                    .getResponse()
                                    .getRedirectedUrl())
                    .as(path)
                    .isEqualTo("/kiosk");
        }
        assertThat(
                        browser.perform(post("/sign-in").cookie(cookie).with(csrf()))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
        var ended = browser.perform(get("/kiosk").cookie(cookie)).andReturn().getResponse();
        assertThat(ended.getStatus()).isEqualTo(404);
        assertThat(Objects.requireNonNull(ended.getCookie("device")).getMaxAge()).isZero();
    }

    @Test
    void every_page_of_the_shift_opens_and_says_who_is_on_watch_only_to_those_who_may_know() {
        clinic.write(
                ward,
                """
                insert into safety.flag (organization_id, id, client_id, kind, level, source, words, raised_at, raised_by,
                    raised_by_name, due_at)
                values (?, ?, ?, 'SUICIDE', 'HIGH', 'STAFF', ''::bytea, now(), ?, 'Maria Ortiz', now())
                """,
                ward.organization().value(),
                UUID.randomUUID(),
                people.get(3).id(),
                ward.leadAccount());

        assertThat(page("/shift/" + ward.site(), Role.CLINICIAN))
                .contains("Dov R.", "Nobody has it", "Limit 8");
        assertThat(page("/shift/" + ward.site(), Role.FRONT_DESK))
                .contains("on safety watch")
                .doesNotContain("Dov R.");
        assertThat(page("/shift/" + ward.site() + "/now", Role.CLINICIAN)).contains("9 expected");
        assertThat(page("/shift/" + ward.site() + "/hand-over", Role.CLINICIAN))
                .contains("9 expected, 0 came");
        assertThat(page("/sessions/" + group.value() + "/override", Role.DIRECTOR))
                .contains("Why was this group larger?");
        assertThat(page("/sessions/" + group.value() + "/code", Role.CLINICIAN))
                .contains("room-code");
        assertThat(page("/kiosks", Role.FRONT_DESK)).contains("No device yet");
    }

    private Permit goes() {
        return permit(Action.SHIFT_WRITE);
    }

    private Permit comes() {
        var jin =
                new Actor(
                        ward.organization(),
                        ward.coLead(),
                        ward.coLead(),
                        "Jin Kim",
                        Set.of(Role.CLINICIAN),
                        Set.of());
        return Permit.granted(jin, Action.SHIFT_WRITE, Permit.Purpose.TREATMENT, null);
    }

    private static Map<Box, String> boxes() {
        var words = new EnumMap<Box, String>(Box.class);
        for (var box : Box.values()) {
            words.put(box, "About " + box.label() + "\nand a second line");
        }
        return words;
    }
}
