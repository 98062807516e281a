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

@TrellisTest
class KioskTest {

    private static final Instant NINE = Instant.parse("2026-03-02T14:00:00Z");
    private static final Clues REYES = Clues.of("REY", 5, 4).orElseThrow();
    private static final Clues NOBODY = Clues.of("ZUK", 7, 9).orElseThrow();

    @Autowired Clinic clinic;
    @Autowired Devices devices;
    @Autowired Arrivals arrivals;
    @Autowired Asking asking;
    @Autowired PhoneArrivals phones;
    @Autowired RoomCodes codes;
    @Autowired Tickets tickets;
    @Autowired OfflineTaps offline;
    @Autowired Calls calls;
    @Autowired Attendance attendance;
    @Autowired LateTaps lateTaps;
    @Autowired Alerts alerts;
    @Autowired SettableClock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    Clinic.Ward ward;
    Clinic.Client maya;
    SessionId group;
    String secret;
    Device kiosk;

    @BeforeEach
    void a_paired_tablet_and_a_group_at_nine_that_expects_maya() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        group = session(9);
        secret = devices.pair(link(make(Device.Kind.KIOSK))).orElseThrow();
        kiosk = devices.find(secret).orElseThrow();
    }

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

    @Test
    void a_client_checks_in_by_letters_birthday_and_initial_in_their_own_name() {
        var came = arrive(REYES, "M");

        assertThat(came).isInstanceOf(Arrival.Came.class);
        assertThat(((Arrival.Came) came).givenName()).isEqualTo("Maya");
        var events = history();
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().method()).isEqualTo(Method.KIOSK);
        assertThat(events.getFirst().method().confidence()).isEqualTo(Confidence.SELF);
        assertThat(events.getFirst().author()).isEqualTo(kiosk.id().value());
    }

    @Test
    void the_screen_shows_as_many_initials_for_nobody_and_always_the_same() {
        var real = initials(REYES);

        assertThat(real).contains("M").hasSize(Tiles.SHOWN).isSorted();
        assertThat(initials(REYES)).isEqualTo(real);
        assertThat(initials(NOBODY)).hasSize(Tiles.SHOWN).isEqualTo(initials(NOBODY));
    }

    @Test
    void nobody_the_wrong_initial_and_one_who_is_not_expected_get_the_same_answer() {
        var ada = clinic.client(ward, "Ada", "Quill");

        assertThat(arrive(NOBODY, "M")).isEqualTo(new Arrival.SeeDesk());
        assertThat(arrive(REYES, "K")).isEqualTo(new Arrival.SeeDesk());
        assertThat(arrive(Clues.of("QUI", 5, 4).orElseThrow(), "A"))
                .isEqualTo(new Arrival.SeeDesk());
        assertThat(ada).isNotNull();
    }

    @Test
    void two_people_with_one_birthday_and_initial_are_sent_to_the_desk() {
        clinic.client(ward, "Mona", "Reyes");

        assertThat(arrive(REYES, "M")).isEqualTo(new Arrival.SeeDesk());
    }

    @Test
    void names_with_accents_and_marks_are_spelled_in_plain_letters() {
        var ines = clinic.client(ward, "Inés", "O'Núñez");
        clinic.session(ward, Clinic.MONDAY, LocalTime.of(10, 0), 60, ines);

        assertThat(arrive(Clues.of("onu", 5, 4).orElseThrow(), "I"))
                .isInstanceOf(Arrival.Came.class);
    }

    @Test
    void a_tablet_rests_after_many_answers_that_led_to_nobody_and_right_ones_cost_nothing() {
        for (int right = 0; right < 20; right++) {
            assertThat(arrive(REYES, "M")).isNotInstanceOf(Arrival.Wait.class);
        }
        for (int wrong = 0; wrong < Misses.ALLOWED; wrong++) {
            assertThat(arrive(NOBODY, "M")).isEqualTo(new Arrival.SeeDesk());
        }
        assertThat(arrive(REYES, "M")).isEqualTo(new Arrival.Wait());

        clock.advance(Misses.WINDOW.plusSeconds(1));
        assertThat(arrive(REYES, "M")).isInstanceOf(Arrival.Here.class);
    }

    @Test
    void one_who_is_here_may_go_on_to_the_next_group_or_leave() {
        var later = session(10);
        arrive(REYES, "M");
        assertThat(((Arrival.Here) arrive(REYES, "M")).next()).isEmpty();

        clock.set(NINE.plusSeconds(45 * 60));
        var here = (Arrival.Here) arrive(REYES, "M");
        assertThat(here.next()).map(Place::session).contains(later);
        assertThat(in(() -> arrivals.leave(kiosk, UUID.randomUUID(), here.visit())))
                .isInstanceOf(Leaving.Gone.class);
        assertThat(in(() -> arrivals.goOn(kiosk, UUID.randomUUID(), here.nextVisit())))
                .isInstanceOf(Arrival.Came.class);
        assertThat(mark(later).isHere()).isTrue();
        assertThat(mark(group).leftAt()).isEqualTo(NINE.plusSeconds(45 * 60));
    }

    @Test
    void what_a_screen_brings_back_is_good_at_its_own_device_and_for_minutes() {
        var came = (Arrival.Came) arrive(REYES, "M");
        var other =
                devices.find(devices.pair(link(make(Device.Kind.KIOSK))).orElseThrow())
                        .orElseThrow();

        assertThat(in(() -> arrivals.leave(other, UUID.randomUUID(), came.visit())))
                .isInstanceOf(Leaving.SeeDesk.class);
        assertThat(in(() -> arrivals.leave(kiosk, UUID.randomUUID(), "made up")))
                .isInstanceOf(Leaving.SeeDesk.class);
        clock.advance(Visits.GOOD.plusSeconds(2));
        assertThat(in(() -> arrivals.leave(kiosk, UUID.randomUUID(), came.visit())))
                .isInstanceOf(Leaving.SeeDesk.class);
        assertThat(mark(group).isHere()).isTrue();
    }

    @Test
    void mood_and_craving_are_kept_once_and_may_be_skipped() {
        var came = (Arrival.Came) arrive(REYES, "M");
        var key = UUID.randomUUID();

        assertThat(in(() -> asking.keep(kiosk, key, came.visit(), 6, 2))).isTrue();
        assertThat(in(() -> asking.keep(kiosk, key, came.visit(), 6, 2))).isTrue();
        assertThat(in(() -> asking.place(kiosk, came.visit()))).map(Place::room).contains("Room B");
        assertThat(ward.in(() -> alerts.open(permit(Action.MEASURE_VIEW)))).isEmpty();
    }

    @Test
    void a_paper_that_waits_for_the_clients_hand_is_one_thing_owed_until_it_is_signed() {
        var came = (Arrival.Came) arrive(REYES, "M");
        assertThat(in(() -> asking.owes(kiosk, came.visit()))).isFalse();
        var paper = paper("rights");
        paper("assessment");
        assertThat(in(() -> asking.owes(kiosk, came.visit()))).isTrue();
        assertThat(in(() -> asking.owes(kiosk, "made up"))).isFalse();

        clinic.write(
                ward,
                """
                insert into papers.signature (organization_id, id, paper_id, signer, printed_name, account_id, content_hash,
                    signed_at)
                values (?, ?, ?, 'CLIENT', 'Maya', ?, '', now())
                """,
                ward.organization().value(),
                UUID.randomUUID(),
                paper,
                ward.leadAccount());

        assertThat(in(() -> arrivals.leave(kiosk, UUID.randomUUID(), came.visit())))
                .isEqualTo(new Leaving.Gone(false));
    }

    /** A paper of Maya that staff signed. */
    private UUID paper(String form) {
        var id = UUID.randomUUID();
        clinic.write(
                ward,
                """
                insert into papers.paper (organization_id, id, client_id, form, form_version, begun_at, begun_by,
                    begun_by_name)
                values (?, ?, ?, ?, 1, now(), ?, 'Maria Ortiz')
                """,
                ward.organization().value(),
                id,
                maya.id(),
                form,
                ward.leadAccount());
        clinic.write(
                ward,
                """
                insert into papers.version (organization_id, paper_id, client_id, form, content, content_hash, signed_on,
                    signed_at)
                values (?, ?, ?, ?, '', '', '2026-03-02', now())
                """,
                ward.organization().value(),
                id,
                maya.id(),
                form);
        return id;
    }

    @Test
    void i_am_not_ok_raises_an_alert_of_the_client_and_stops_the_way_out() {
        var came = (Arrival.Came) arrive(REYES, "M");
        in(() -> {
            asking.notOk(kiosk, UUID.randomUUID(), came.visit());
            return 0;
        });

        assertThat(ward.in(() -> alerts.open(permit(Action.MEASURE_VIEW))))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.client().value()).isEqualTo(maya.id());
                    assertThat(alert.instrument()).isEqualTo(CheckIns.INSTRUMENT);
                });
        assertThat(ward.in(() -> calls.open(permit(Action.OWN_ACCOUNT)))).isEmpty();
    }

    @Test
    void i_am_not_ok_of_somebody_who_did_not_say_who_calls_staff_until_somebody_goes() {
        var key = UUID.randomUUID();
        in(() -> {
            asking.notOk(kiosk, key, "");
            asking.notOk(kiosk, key, "");
            return 0;
        });

        var open = ward.in(() -> calls.open(permit(Action.OWN_ACCOUNT)));
        assertThat(open)
                .singleElement()
                .satisfies(call -> assertThat(call.where()).isEqualTo("Front door"));
        ward.run(() -> calls.take(permit(Action.CALL_TAKE), open.getFirst().id()));
        assertThat(ward.in(() -> calls.open(permit(Action.OWN_ACCOUNT)))).isEmpty();
    }

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

    @Test
    void a_hundred_who_come_at_once_are_each_on_record_once() throws Exception {
        int crowd = 100;
        var people = new java.util.ArrayList<Clinic.Client>();
        for (int one = 0; one < crowd; one++) {
            people.add(clinic.client(ward, letter(one / 26) + "x", letter(one % 26) + "o"));
        }
        var session =
                new SessionId(
                        clinic.session(
                                ward,
                                Clinic.MONDAY,
                                LocalTime.of(9, 0),
                                60,
                                people.toArray(Clinic.Client[]::new)));

        List<Future<Arrival>> pressed;
        try (var pool = Executors.newFixedThreadPool(10)) {
            pressed =
                    pool.invokeAll(
                            java.util.stream.IntStream.range(0, crowd * 2)
                                    .mapToObj(one ->
                                            (Callable<Arrival>)
                                                    () -> {
                                                        int who = one % crowd;
                                                        return arrive(
                                                                Clues.of(
                                                                                letter(who % 26)
                                                                                        + "o",
                                                                                5,
                                                                                4)
                                                                        .orElseThrow(),
                                                                letter(who / 26));
                                                    })
                                    .toList());
        }

        assertThat(pressed)
                .extracting(Future::resultNow)
                .allMatch(arrival ->
                        arrival instanceof Arrival.Came || arrival instanceof Arrival.Here);
        var marks = ward.in(() -> attendance.marks(permit(Action.CHECK_IN), session));
        assertThat(marks).hasSize(crowd).allMatch(mark -> mark.isHere() && mark.events() == 1);
    }

    private static String letter(int number) {
        return String.valueOf((char) ('A' + number));
    }

    private Arrival text(UUID key, String code) {
        return ward.in(
                () -> codes.byText(permit(Action.CHECK_IN), key, new ClientId(maya.id()), code));
    }

    private Arrival phone(String ticket, String letters, LocalDate born, String digits) {
        return phones.arrive(ticket, UUID.randomUUID(), letters, born, digits);
    }

    private void merge(OfflineTap tap) {
        ward.run(() -> offline.merge(kiosk, tap));
    }

    /** What the tablet computes: HMAC-SHA-256 under its own key. */
    private String code(String words) {
        var key = java.util.HexFormat.of().parseHex(offline.key(kiosk));
        return java.util.HexFormat.of()
                .formatHex(
                        care.trellis.base.Hashes.hmac(
                                key, words.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private List<String> initials(Clues clues) {
        return in(() -> arrivals.initials(kiosk, clues));
    }

    private Arrival arrive(Clues clues, String initial) {
        return in(() -> arrivals.arrive(kiosk, UUID.randomUUID(), clues, initial));
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return ward.in(work);
    }

    private SessionId session(int hour) {
        return new SessionId(clinic.session(ward, Clinic.MONDAY, LocalTime.of(hour, 0), 60, maya));
    }

    private Pairing make(Device.Kind kind) {
        return ward.in(() ->
                ((Change.Done<Pairing>)
                                devices.make(
                                        permit(Action.DEVICE_PAIR),
                                        UUID.randomUUID(),
                                        new SiteId(ward.site()),
                                        kind,
                                        "Front door"))
                        .result());
    }

    private static String link(Pairing pairing) {
        return pairing.path().substring("/kiosk/pairing/".length());
    }

    private Permit permit(Action action) {
        return ward.permit(action);
    }

    private care.trellis.attendance.Mark mark(SessionId session) {
        return ward.in(() -> attendance.marks(permit(Action.SESSION_VIEW), session)).stream()
                .filter(mark -> mark.client().value().equals(maya.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<care.trellis.attendance.AttendanceEvent> history() {
        return ward.in(() ->
                attendance.history(permit(Action.SESSION_VIEW), group, new ClientId(maya.id())));
    }
}
