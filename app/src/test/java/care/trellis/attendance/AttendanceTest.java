package care.trellis.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TrellisTest
class AttendanceTest {

    private static final Instant NINE = Instant.parse("2026-03-02T14:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T15:00:00Z");

    @Autowired Clinic clinic;
    @Autowired Attendance attendance;
    @Autowired Estimates estimates;
    @Autowired Sessions sessions;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    Clinic.Client maya;
    Clinic.Client theo;
    SessionId group;

    @BeforeEach
    void a_group_at_nine_that_expects_maya_and_theo() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        theo = clinic.theo(ward);
        group =
                new SessionId(
                        clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya, theo));
    }

    @Test
    void a_check_in_is_on_record_with_the_time_of_the_clock() {
        clock.set(NINE.plusSeconds(120));

        assertThat(checkIn(maya)).isInstanceOf(Recording.Recorded.class);
        assertThat(mark(maya).arrivedAt()).isEqualTo(NINE.plusSeconds(120));
        assertThat(mark(maya).isHere()).isTrue();
    }

    @Test
    void a_second_check_in_keeps_the_first_arrival() {
        checkIn(maya);
        clock.advance(Duration.ofMinutes(5));

        assertThat(checkIn(maya)).isInstanceOf(Recording.AlreadyRecorded.class);
        assertThat(mark(maya).arrivedAt()).isEqualTo(NINE.minusSeconds(1800));
        assertThat(history(maya)).hasSize(1);
    }

    @Test
    void the_same_form_sent_twice_records_once() {
        var key = UUID.randomUUID();

        assertThat(checkIn(maya, key)).isInstanceOf(Recording.Recorded.class);
        assertThat(checkIn(maya, key)).isInstanceOf(Recording.AlreadyRecorded.class);
        assertThat(history(maya)).hasSize(1);
    }

    @Test
    void of_many_tablets_at_the_door_one_wins_and_all_are_told_the_same() throws Exception {
        int tablets = 6;
        var together = new CyclicBarrier(tablets);
        Callable<Recording> press =
                () -> {
                    together.await();
                    return checkIn(maya);
                };

        List<Recording> answers;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var pressed =
                    IntStream.range(0, tablets).mapToObj(tablet -> pool.submit(press)).toList();
            pool.shutdown();
            assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            answers = pressed.stream().map(Future::resultNow).toList();
        }

        assertThat(answers).filteredOn(Recording.Recorded.class::isInstance).hasSize(1);
        assertThat(answers).map(AttendanceTest::markOf).containsOnly(mark(maya));
        assertThat(history(maya)).hasSize(1);
    }

    @Test
    void who_leaves_early_has_the_minutes_until_then() {
        clock.set(NINE.plusSeconds(17 * 60));
        checkIn(maya);
        clock.set(NINE.plusSeconds(50 * 60));
        checkOut(maya);

        assertThat(mark(maya).minutes(NINE, TEN, TEN)).isEqualTo(33);
        assertThat(checkOut(theo)).isInstanceOf(Recording.NotHere.class);
    }

    @Test
    void everyone_out_leaves_who_went_before_as_they_were() {
        checkIn(maya);
        checkIn(theo);
        clock.set(NINE.plusSeconds(600));
        checkOut(theo);
        clock.set(TEN);

        var closing =
                ward.in(() ->
                        attendance.everyoneOut(
                                ward.permit(Action.CHECK_IN), UUID.randomUUID(), group));

        assertThat(closing).isEqualTo(new Closing.Closed(1));
        assertThat(mark(maya).leftAt()).isEqualTo(TEN);
        assertThat(mark(theo).leftAt()).isEqualTo(NINE.plusSeconds(600));
    }

    @Test
    void one_who_was_marked_absent_and_comes_after_all_is_present() {
        absent(maya, "Called");
        checkIn(maya);

        assertThat(mark(maya).status()).isEqualTo(Status.PRESENT);
        assertThat(history(maya)).extracting(AttendanceEvent::reason).containsExactly("Called", "");
        assertThat(absent(maya, "")).isInstanceOf(Recording.AlreadyRecorded.class);
    }

    @Test
    void nobody_checks_in_before_the_day_after_the_end_or_off_the_roster() {
        clock.set(NINE.minus(Duration.ofDays(1)));
        assertThat(checkIn(maya)).isInstanceOf(Recording.TooEarly.class);
        clock.set(TEN);
        assertThat(checkIn(maya)).isInstanceOf(Recording.Over.class);
        clock.set(NINE);
        ward.in(() ->
                sessions.remove(
                        ward.permit(Action.SESSION_EDIT), group, new ClientId(maya.id()), "Moved"));
        assertThat(checkIn(maya)).isInstanceOf(Recording.NotExpected.class);
        var ada = clinic.client(ward, "Ada", "Quill");
        assertThatThrownBy(() -> checkIn(ada)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_cancelled_session_takes_no_check_in() {
        ward.in(() -> sessions.cancel(ward.permit(Action.SESSION_EDIT), group, "Snow"));

        assertThat(checkIn(maya)).isInstanceOf(Recording.Cancelled.class);
    }

    @Test
    void a_correction_is_a_new_event_with_reason_and_author_and_the_old_ones_stay() {
        checkIn(maya);
        var right = new Corrected(Status.PRESENT, NINE.plusSeconds(300), TEN);

        correct(maya, right, "Clock of the tablet was wrong");

        assertThat(mark(maya).minutes(NINE, TEN, TEN)).isEqualTo(55);
        var history = history(maya);
        assertThat(history).hasSize(2);
        assertThat(history.getFirst().arrivedAt()).isEqualTo(NINE.minusSeconds(1800));
        assertThat(history.getLast())
                .satisfies(event -> {
                    assertThat(event.kind()).isEqualTo(Kind.CORRECTION);
                    assertThat(event.reason()).isEqualTo("Clock of the tablet was wrong");
                    assertThat(event.author()).isEqualTo(ward.leadAccount());
                });
    }

    @Test
    void a_press_can_be_taken_back_within_ten_seconds_and_stays_in_the_record() {
        checkIn(maya);
        clock.advance(Duration.ofSeconds(9));
        assertThat(undo(maya)).isInstanceOf(Recording.Recorded.class);

        assertThat(mark(maya).status()).isEqualTo(Status.EXPECTED);
        assertThat(history(maya))
                .extracting(AttendanceEvent::kind)
                .containsExactly(Kind.CHECK_IN, Kind.CORRECTION);

        checkIn(maya);
        clock.advance(Duration.ofMinutes(1));
        assertThat(undo(maya)).isInstanceOf(Recording.TooLate.class);
    }

    @Test
    void who_is_left_open_when_the_session_ends_left_at_its_end_as_an_estimate() {
        checkIn(maya);
        clock.set(TEN.plusSeconds(45));

        assertThat(close()).isEqualTo(1);
        assertThat(mark(maya).leftAt()).isEqualTo(TEN);
        assertThat(mark(maya).estimated()).isTrue();
        assertThat(close()).isZero();
    }

    @Test
    void an_estimate_is_confirmed_by_a_person_once_and_what_was_corrected_stays() {
        checkIn(maya);
        checkIn(theo);
        clock.set(TEN.plusSeconds(45));
        close();
        correct(
                theo,
                new Corrected(Status.PRESENT, NINE, TEN.minusSeconds(300)),
                "Seen on the stairs");

        var key = UUID.randomUUID();
        assertThat(confirm(key)).isEqualTo(1);
        assertThat(confirm(key)).isZero();
        assertThat(confirm(UUID.randomUUID())).isZero();

        assertThat(mark(maya).leftAt()).isEqualTo(TEN);
        assertThat(mark(maya).estimated()).isFalse();
        assertThat(history(maya).getLast())
                .satisfies(event -> {
                    assertThat(event.kind()).isEqualTo(Kind.CORRECTION);
                    assertThat(event.method().confidence()).isEqualTo(Confidence.STAFF);
                    assertThat(event.reason()).isEqualTo("Stayed to the end, confirmed");
                });
        assertThat(mark(theo).leftAt()).isEqualTo(TEN.minusSeconds(300));
        assertThat(history(theo)).hasSize(3);
    }

    private int confirm(UUID key) {
        return ward.in(() -> estimates.confirm(ward.permit(Action.ATTENDANCE_CORRECT), key, group));
    }

    @Test
    void marks_can_be_made_again_from_the_events() {
        checkIn(maya);
        clock.set(NINE.plusSeconds(1200));
        checkIn(theo);
        checkOut(theo);
        undo(theo);
        correct(theo, new Corrected(Status.EXCUSED, null, null), "Court");
        clock.set(TEN.plusSeconds(1));
        close();
        correct(maya, new Corrected(Status.PRESENT, NINE, TEN.minusSeconds(60)), "Seen leaving");

        for (var client : List.of(maya, theo)) {
            assertThat(Mark.after(new ClientId(client.id()), history(client).getLast()))
                    .isEqualTo(mark(client));
            assertThat(history(client))
                    .extracting(AttendanceEvent::number)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, history(client).size()).boxed().toList());
        }
    }

    @Test
    void somebody_of_another_site_does_not_find_the_session() {
        var elsewhere =
                new Actor(
                        ward.organization(),
                        ward.leadAccount(),
                        ward.lead(),
                        "Sam Stone",
                        Set.of(Role.CLINICIAN),
                        Set.of(UUID.randomUUID()));
        var permit = Permit.granted(elsewhere, Action.CHECK_IN, Permit.Purpose.TREATMENT, null);

        assertThatThrownBy(() ->
                        ward.in(() ->
                                attendance.checkIn(
                                        permit,
                                        UUID.randomUUID(),
                                        group,
                                        new ClientId(maya.id()),
                                        Method.STAFF)))
                .isInstanceOf(NotFound.class);
    }

    private Recording checkIn(Clinic.Client client) {
        return checkIn(client, UUID.randomUUID());
    }

    private Recording checkIn(Clinic.Client client, UUID key) {
        return ward.in(() ->
                attendance.checkIn(
                        ward.permit(Action.CHECK_IN),
                        key,
                        group,
                        new ClientId(client.id()),
                        Method.STAFF));
    }

    private Recording checkOut(Clinic.Client client) {
        return ward.in(() ->
                attendance.checkOut(
                        ward.permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        new ClientId(client.id()),
                        Method.STAFF));
    }

    private Recording absent(Clinic.Client client, String reason) {
        return ward.in(() ->
                attendance.markAbsent(
                        ward.permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        new ClientId(client.id()),
                        Status.ABSENT,
                        reason));
    }

    private void correct(Clinic.Client client, Corrected right, String reason) {
        var recording =
                ward.in(() ->
                        attendance.correct(
                                ward.permit(Action.ATTENDANCE_CORRECT),
                                UUID.randomUUID(),
                                group,
                                new ClientId(client.id()),
                                right,
                                reason));
        assertThat(recording).isInstanceOf(Recording.Recorded.class);
    }

    private Recording undo(Clinic.Client client) {
        return ward.in(() ->
                attendance.undo(
                        ward.permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        new ClientId(client.id())));
    }

    private int close() {
        return ward.in(() -> attendance.closeEnded(ward.permit(Action.CHECK_IN)));
    }

    private List<AttendanceEvent> history(Clinic.Client client) {
        return ward.in(() ->
                attendance.history(
                        ward.permit(Action.SESSION_VIEW), group, new ClientId(client.id())));
    }

    private Mark mark(Clinic.Client client) {
        return ward.in(() -> attendance.marks(ward.permit(Action.SESSION_VIEW), group)).stream()
                .filter(mark -> mark.client().value().equals(client.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Mark markOf(Recording recording) {
        return switch (recording) {
            case Recording.Recorded(Mark mark) -> mark;
            case Recording.AlreadyRecorded(Mark mark) -> mark;
            default -> throw new AssertionError(recording);
        };
    }
}
