package care.trellis.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Closing;
import care.trellis.attendance.Method;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Devices;
import care.trellis.kiosk.Pairing;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.Seating;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class WhiteboardTest {

    private static final Instant NINE = Instant.parse("2026-03-02T14:00:00Z");

    @Autowired Clinic clinic;
    @Autowired Shifts shifts;
    @Autowired GroupLimits limits;
    @Autowired HandOvers handOvers;
    @Autowired Tasks tasks;
    @Autowired Devices devices;
    @Autowired Attendance attendance;
    @Autowired SettableClock clock;
    @Autowired MockMvc browser;

    Clinic.Ward ward;
    List<Clinic.Client> people;
    @Autowired LargeGroups largeGroups;
    @Autowired Sessions sessions;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    SessionId group;

    @BeforeEach
    void nine_of_arizona_are_expected_at_nine_where_eight_are_the_most() {
        ward = clinic.open("AZ_AHCCCS_S9480", false);
        people = new ArrayList<>();
        for (var name :
                List.of("Ana", "Ben", "Cleo", "Dov", "Edda", "Finn", "Gina", "Hal", "Ida")) {
            people.add(clinic.client(ward, name, "Rowe"));
        }
        group = session(9, people);
    }

    @Test
    void a_group_that_will_be_too_large_is_amber_before_it_begins_and_says_by_which_rule() {
        var guard = guard(group);

        assertThat(guard.state()).isEqualTo(Guard.State.AMBER);
        assertThat(guard.atMost()).isEqualTo(8);
        assertThat(guard.people()).isEqualTo(9);
        assertThat(guard.why()).isEqualTo("Acme Health: A group has at most eight clients.");
        assertThat(guard.proposal()).contains("ask 1 to come to another session");
    }

    @Test
    void a_free_room_is_proposed_for_a_split_and_a_group_beside_it_for_a_swap() {
        clinic.write(
                ward,
                "insert into organizations.room (organization_id, id, site_id, name, capacity) values (?, ?, ?, 'C', 6)",
                ward.organization().value(),
                UUID.randomUUID(),
                ward.site());
        assertThat(guard(group).proposal())
                .isEqualTo("Split: 5 stay, 4 go to Room C with the second facilitator.");

        session(9, List.of(clinic.client(ward, "Jo", "Rowe")));
        assertThat(guard(group).proposal()).isEqualTo("Move 1 to Process group, which has 7 free.");
    }

    @Test
    void a_group_that_is_too_large_is_not_closed_before_somebody_says_why() {
        everybodyComes();

        assertThat(guard(group).state()).isEqualTo(Guard.State.OVER);
        assertThat(close()).isInstanceOf(Closing.HeldBack.class);

        assertThat(override("")).isInstanceOf(Change.Refused.class);
        assertThat(override("The other facilitator fell ill on the way"))
                .isInstanceOf(Change.Done.class);
        assertThat(guard(group).overridden()).isTrue();
        assertThat(close()).isEqualTo(new Closing.Closed(9));
    }

    @Test
    void a_reason_holds_for_as_many_as_were_there_and_no_more() {
        everybodyComes();
        override("The other facilitator fell ill on the way");
        var late = clinic.client(ward, "Kit", "Rowe");
        clinic.write(
                ward,
                "insert into sessions.seat (organization_id, session_id, client_id, local_date, source) values (?, ?, ?, '2026-03-02', 'WALK_IN')",
                ward.organization().value(),
                group.value(),
                late.id());
        checkIn(late);

        assertThat(guard(group).overridden()).isFalse();
        assertThat(close()).isInstanceOf(Closing.HeldBack.class);
    }

    @Test
    void a_group_within_its_limit_is_closed_like_any_other_and_takes_no_reason() {
        var small = session(10, people.subList(0, 3));

        assertThat(guard(small).state()).isEqualTo(Guard.State.FINE);
        assertThat(guard(small).atMost()).isEqualTo(8);
        var refused =
                ward.in(() ->
                        limits.override(
                                permit(Action.GROUP_OVERRIDE),
                                UUID.randomUUID(),
                                small,
                                "Just so"));
        assertThat(refused).isInstanceOf(Change.Refused.class);
    }

    @Test
    void the_room_itself_is_a_limit() {
        clinic.write(ward, "update organizations.room set capacity = 4 where id = ?", ward.room());

        assertThat(guard(group).atMost()).isEqualTo(4);
        assertThat(guard(group).why()).isEqualTo("Room B seats 4.");
    }

    @Test
    void what_a_contract_changes_in_the_rule_is_the_limit() {
        var change = UUID.randomUUID();
        var author = UUID.randomUUID();
        clinic.write(
                ward,
                """
                insert into payers.rule_proposal (organization_id, id, contract_id, rule_set, path, value, before, reason,
                    from_date, author_id, author_name, proposed_at)
                values (?, ?, ?, 'AZ_AHCCCS_S9480', 'rules/group-size/at_most', '10', '8', 'Letter of January',
                    '2026-01-01', ?, 'Ruth Bell', now())
                """,
                ward.organization().value(),
                change,
                ward.contract(),
                author);
        clinic.write(
                ward,
                """
                insert into payers.rule_answer (organization_id, proposal_id, author_id, published, replay_id, account_id,
                    account_name, answered_at)
                values (?, ?, ?, true, ?, ?, 'Dana Moss', now())
                """,
                ward.organization().value(),
                change,
                author,
                UUID.randomUUID(),
                UUID.randomUUID());

        assertThat(guard(group).atMost()).isEqualTo(10);
        assertThat(guard(group).state()).isEqualTo(Guard.State.FINE);
    }

    @Test
    void a_seat_beyond_the_limit_is_given_by_hand_only_with_a_reason_that_stays_sealed() {
        var kit = new ClientId(clinic.client(ward, "Kit", "Rowe").id());

        assertThat(walkIn(kit, ""))
                .isEqualTo(
                        new Seating.AsksWhy(
                                List.of(
                                        "Acme Health: A group has at most eight clients. 9 are expected.")));
        assertThat(walkIn(kit, "Her own group was called off")).isEqualTo(new Seating.Seated());
        assertThat(walkIn(kit, "")).isEqualTo(new Seating.AlreadyThere());

        String kept =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                "select kinds[1] || ' ' || encode(reason, 'escape') from sessions.passed_over")
                                        .query(String.class)
                                        .single()));
        assertThat(kept).startsWith("FULL ").doesNotContain("called off");
    }

    @Test
    void a_group_that_ended_too_large_by_itself_stays_on_the_home_page_until_somebody_says_why()
            throws Exception {
        everybodyComes();
        clock.set(NINE.plusSeconds(3700));
        ward.run(() -> attendance.closeEnded(permit(Action.CHECK_IN)));
        assertThat(guard(group).people()).isEqualTo(9);

        ward.run(() -> largeGroups.note(permit(Action.SHIFT_VIEW)));
        ward.run(() -> largeGroups.note(permit(Action.SHIFT_VIEW)));

        var ask = "/sessions/" + group.value() + "/override";
        assertThat(page("/", Role.CLINICIAN))
                .contains("Say why Process group had 9 people where 8 are the most", ask);
        assertThat(page("/", Role.FRONT_DESK)).doesNotContain(ask);
        assertThat(page(ask, Role.CLINICIAN))
                .contains(
                        "Why was this group larger?",
                        "9 people where 8 are the most. Acme Health: A group has at most eight clients.");

        override("The other facilitator fell ill on the way");
        assertThat(page("/", Role.CLINICIAN)).doesNotContain(ask);
    }

    @Test
    void of_two_who_are_added_to_the_last_seat_at_once_one_has_it_and_the_other_asks_why()
            throws Exception {
        clinic.write(ward, "update organizations.room set capacity = 1 where id = ?", ward.room());
        var last = session(12, List.of());
        var go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var tries =
                    people.subList(0, 2).stream()
                            .map(one ->
                                    pool.submit(() -> {
                                        go.await();
                                        return ward.in(() ->
                                                sessions.addWalkIn(
                                                        permit(Action.CHECK_IN),
                                                        last,
                                                        new ClientId(one.id()),
                                                        ""));
                                    }))
                            .toList();
            go.countDown();

            assertThat(List.of(tries.getFirst().get(), tries.getLast().get()))
                    .containsExactlyInAnyOrder(
                            new Seating.Seated(),
                            new Seating.AsksWhy(List.of("Room B seats 1. 1 is expected.")));
        }
    }

    private Seating walkIn(ClientId client, String why) {
        return ward.in(() -> sessions.addWalkIn(permit(Action.CHECK_IN), group, client, why));
    }

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

    private String page(String path, Role role) {
        try {
            var answer =
                    browser.perform(get(path).with(ward.signedIn(role))).andReturn().getResponse();
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            return answer.getContentAsString();
        } catch (Exception failed) {
            throw new AssertionError(path, failed);
        }
    }

    private void everybodyComes() {
        clock.set(NINE);
        people.forEach(this::checkIn);
    }

    private void checkIn(Clinic.Client client) {
        ward.run(() ->
                attendance.checkIn(
                        permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        new ClientId(client.id()),
                        Method.STAFF));
    }

    private Closing close() {
        return ward.in(
                () -> attendance.everyoneOut(permit(Action.CHECK_IN), UUID.randomUUID(), group));
    }

    private Change<SessionId> override(String reason) {
        return ward.in(() ->
                limits.override(permit(Action.GROUP_OVERRIDE), UUID.randomUUID(), group, reason));
    }

    private Guard guard(SessionId session) {
        return Objects.requireNonNull(shift().guards().get(session));
    }

    private Shift shift() {
        return ward.in(() -> shifts.open(permit(Action.SHIFT_VIEW), ward.site()));
    }

    private List<Task> open() {
        return ward.in(() -> tasks.open(permit(Action.SHIFT_VIEW), ward.site()));
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

    private SessionId session(int hour, List<Clinic.Client> expected) {
        return new SessionId(
                clinic.session(
                        ward,
                        Clinic.MONDAY,
                        LocalTime.of(hour, 0),
                        60,
                        expected.toArray(Clinic.Client[]::new)));
    }

    private Permit permit(Action action) {
        return ward.permit(action);
    }
}
