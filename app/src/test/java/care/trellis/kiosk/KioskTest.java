package care.trellis.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.attendance.Confidence;
import care.trellis.attendance.Method;
import care.trellis.base.Action;
import care.trellis.measures.CheckIns;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Coming and leaving by the tablet at the door. */
@TrellisTest
class KioskTest extends PairedTablet {

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

    private static String letter(int number) {
        return String.valueOf((char) ('A' + number));
    }

    private List<String> initials(Clues clues) {
        return in(() -> arrivals.initials(kiosk, clues));
    }
}
