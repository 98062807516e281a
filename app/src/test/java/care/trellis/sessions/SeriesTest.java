package care.trellis.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.Action;
import care.trellis.base.SettableClock;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@TrellisTest
class SeriesTest {

    private static final LocalDate SECOND = Clinic.MONDAY.plusWeeks(1);
    private static final LocalDate THIRD = Clinic.MONDAY.plusWeeks(2);

    @Autowired Clinic clinic;
    @Autowired Tracks tracks;
    @Autowired Sessions sessions;
    @Autowired Series series;
    @Autowired Closures closures;
    @Autowired SettableClock clock;

    @Test
    void one_session_that_moves_to_another_day_keeps_its_roster_and_leaves_the_rest() {
        var ward = clinic.open();
        mondays(ward);
        enroll(ward, clinic.maya(ward));
        var session = on(ward, SECOND).getFirst();

        var changed =
                change(ward, session, Scope.ONE, SECOND.plusDays(1), "FREQ=WEEKLY;BYDAY=MO", 14);

        assertThat(changed).isEqualTo(done(1, 0, 0, 0));
        assertThat(on(ward, SECOND)).isEmpty();
        var moved = on(ward, SECOND.plusDays(1)).getFirst();
        assertThat(moved.id()).isEqualTo(session.id());
        assertThat(moved.startsAt()).isEqualTo("2026-03-10T18:00:00Z");
        assertThat(roster(ward, moved)).singleElement().matches(RosterSeat::expected);
        assertThat(on(ward, THIRD)).hasSize(1);
        assertThat(ward.in(() -> tracks.makeSessions(ward.permit(Action.SESSION_EDIT)))).isZero();
    }

    @Test
    void this_and_following_move_with_their_rosters_and_what_was_stays() {
        var ward = clinic.open();
        mondays(ward);
        enroll(ward, clinic.maya(ward));
        var before = on(ward, THIRD).getFirst();

        var changed = change(ward, before, Scope.FOLLOWING, THIRD, "FREQ=WEEKLY;BYDAY=TU,TH", 10);

        assertThat(changed).isEqualTo(done(5, 0, 0, 5));
        assertThat(on(ward, SECOND)).hasSize(1);
        assertThat(on(ward, THIRD)).isEmpty();
        var tuesday = on(ward, THIRD.plusDays(1)).getFirst();
        assertThat(tuesday.id()).isEqualTo(before.id());
        assertThat(tuesday.startsAt()).isEqualTo("2026-03-17T14:00:00Z");
        assertThat(roster(ward, tuesday)).hasSize(1);
        assertThat(roster(ward, on(ward, THIRD.plusDays(3)).getFirst())).hasSize(1);
        assertThat(ward.in(() -> tracks.makeSessions(ward.permit(Action.SESSION_EDIT)))).isZero();
    }

    @Test
    void all_leaves_what_was_changed_by_itself_and_what_is_on_record() {
        var ward = clinic.open();
        mondays(ward);
        var maya = clinic.maya(ward);
        enroll(ward, maya);
        var second = on(ward, SECOND).getFirst();
        change(ward, second, Scope.ONE, SECOND, "FREQ=WEEKLY;BYDAY=MO", 16);
        var third = on(ward, THIRD).getFirst();
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, estimated, last_event)
                values (?, ?, ?, ?, 'EXCUSED', false, 1)
                """,
                ward.organization().value(),
                third.id().value(),
                maya.id(),
                THIRD);

        var changed = change(ward, third, Scope.ALL, THIRD, "FREQ=WEEKLY;BYDAY=WE", 10);

        assertThat(changed).isEqualTo(done(5, 2, 0, 0));
        assertThat(on(ward, SECOND).getFirst().startsAt()).isEqualTo("2026-03-09T20:00:00Z");
        assertThat(on(ward, THIRD).getFirst().startsAt()).isEqualTo(third.startsAt());
        assertThat(on(ward, THIRD.plusDays(2))).isEmpty();
        assertThat(on(ward, THIRD.plusDays(9))).hasSize(1);
        assertThat(change(ward, third, Scope.ONE, THIRD.plusDays(1), "FREQ=WEEKLY;BYDAY=WE", 10))
                .isEqualTo(new SeriesChange.OnRecord());
    }

    @Test
    void what_has_no_date_any_more_is_called_off_and_its_roster_stays() {
        var ward = clinic.open();
        mondays(ward);
        enroll(ward, clinic.maya(ward));

        var changed =
                change(
                        ward,
                        on(ward, SECOND).getFirst(),
                        Scope.FOLLOWING,
                        SECOND,
                        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
                        9);

        assertThat(changed).isEqualTo(done(3, 0, 3, 0));
        var off = on(ward, THIRD).getFirst();
        assertThat(off.cancelReason()).isEqualTo("The weekly plan changed");
        assertThat(roster(ward, off)).hasSize(1);
    }

    @Test
    void a_room_or_facilitator_that_is_taken_is_named_with_what_is_free() {
        var ward = clinic.open();
        mondays(ward);
        clinic.write(
                ward,
                "insert into organizations.room (organization_id, id, site_id, name, capacity) values (?, ?, ?, 'C', 8)",
                ward.organization().value(),
                UUID.randomUUID(),
                ward.site());

        var taken =
                ward.in(() ->
                        tracks.addBlock(
                                ward.permit(Action.SESSION_EDIT),
                                UUID.randomUUID(),
                                new TrackId(ward.track()),
                                block(ward, LocalTime.of(9, 30))));

        assertThat(taken)
                .isInstanceOfSatisfying(
                        BlockAddition.Taken.class,
                        it -> {
                            assertThat(it.obstacles().conflicts())
                                    .extracting(Conflict::kind)
                                    .contains(Conflict.Kind.ROOM, Conflict.Kind.STAFF);
                            assertThat(it.obstacles().freeRooms()).containsExactly("C");
                        });
    }

    @Test
    void the_database_itself_refuses_a_second_session_in_the_room() {
        var ward = clinic.open();
        mondays(ward);
        var session = on(ward, SECOND).getFirst();

        assertThatThrownBy(() ->
                        clinic.write(
                                ward,
                                """
                                insert into sessions.session (organization_id, id, site_id, title, service_type,
                                    modality, room_id, local_date, zone, starts_at, ends_at)
                                select organization_id, ?, site_id, title, service_type, modality, room_id,
                                    local_date, zone, starts_at, ends_at
                                from sessions.session where organization_id = ? and id = ?
                                """,
                                UUID.randomUUID(),
                                ward.organization().value(),
                                session.id().value()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("room_is_taken_once");
    }

    @Test
    void what_was_called_off_gives_room_and_staff_free() {
        var ward = clinic.open();
        mondays(ward);
        var session = on(ward, SECOND).getFirst();
        ward.in(() ->
                sessions.cancel(ward.permit(Action.SESSION_EDIT), session.id(), "Facilitator ill"));

        assertThat(clinic.session(ward, SECOND, LocalTime.of(9, 0), 60)).isNotNull();
        assertThat(on(ward, SECOND))
                .filteredOn(one -> !one.cancelled())
                .singleElement()
                .satisfies(one -> assertThat(one.room()).isEqualTo("B"));
    }

    @Test
    void a_snow_day_calls_all_off_at_once_and_can_be_taken_back() {
        var ward = clinic.open();
        mondays(ward);
        enroll(ward, clinic.maya(ward));
        var key = UUID.randomUUID();

        var closed =
                ward.in(() ->
                        closures.close(
                                ward.permit(Action.SESSION_EDIT),
                                key,
                                new SiteId(ward.site()),
                                SECOND,
                                SECOND,
                                Closure.Effect.CANCEL,
                                "Snow"));

        assertThat(closed).isEqualTo(new Closed.Done(1, 1, 0));
        assertThat(on(ward, SECOND).getFirst().cancelReason()).isEqualTo("Snow");

        var lifted = ward.in(() -> closures.lift(ward.permit(Action.SESSION_EDIT), key));

        assertThat(lifted).isEqualTo(new Closed.Lifted(1, List.of()));
        assertThat(on(ward, SECOND).getFirst().cancelled()).isFalse();
        assertThat(roster(ward, on(ward, SECOND).getFirst())).hasSize(1);
    }

    @Test
    void a_holiday_beyond_the_weeks_ahead_is_heeded_when_its_sessions_are_made() {
        var ward = clinic.open();
        mondays(ward);
        var holiday = Clinic.MONDAY.plusWeeks(7);
        ward.in(() ->
                closures.close(
                        ward.permit(Action.SESSION_EDIT),
                        UUID.randomUUID(),
                        new SiteId(ward.site()),
                        holiday,
                        holiday,
                        Closure.Effect.VIDEO,
                        "Building work"));

        clock.advance(Duration.ofDays(7));
        ward.in(() -> tracks.makeSessions(ward.permit(Action.SESSION_EDIT)));

        var session = on(ward, holiday).getFirst();
        assertThat(session.modality()).isEqualTo(Modality.VIDEO);
        assertThat(session.room()).isEmpty();
        assertThat(session.cancelled()).isFalse();
    }

    @Test
    void a_credential_that_ended_stops_new_bookings_with_the_reason() {
        var ward = clinic.open();
        clinic.write(
                ward,
                "update organizations.credential set expires_on = '2026-03-12' where organization_id = ? and staff_id = ?",
                ward.organization().value(),
                ward.lead());

        var refused =
                ward.in(() ->
                        tracks.addBlock(
                                ward.permit(Action.SESSION_EDIT),
                                UUID.randomUUID(),
                                new TrackId(ward.track()),
                                block(ward, LocalTime.of(9, 0))));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        BlockAddition.Taken.class,
                        it -> {
                            var conflict = it.obstacles().conflicts().getFirst();
                            assertThat(conflict.kind()).isEqualTo(Conflict.Kind.CREDENTIAL);
                            assertThat(conflict.title()).isEqualTo("BHP");
                            assertThat(conflict.on()).isEqualTo("2026-03-12");
                        });
    }

    private static SeriesChange.Changed done(int changed, int kept, int off, int added) {
        return new SeriesChange.Changed(new SeriesChange.Effect(changed, kept, off, added));
    }

    private SeriesChange change(
            Clinic.Ward ward,
            DatedSession session,
            Scope scope,
            LocalDate date,
            String rule,
            int hour) {
        return ward.in(() ->
                series.change(
                        ward.permit(Action.SESSION_EDIT),
                        UUID.randomUUID(),
                        session.id(),
                        scope,
                        new BlockPlan(
                                new Recurrence(rule),
                                LocalTime.of(hour, 0),
                                60,
                                "Process group",
                                ServiceType.GROUP_THERAPY,
                                Modality.IN_PERSON,
                                new RoomId(ward.room()),
                                new StaffId(ward.lead()),
                                null,
                                date,
                                null)));
    }

    private void mondays(Clinic.Ward ward) {
        var added =
                ward.in(() ->
                        tracks.addBlock(
                                ward.permit(Action.SESSION_EDIT),
                                UUID.randomUUID(),
                                new TrackId(ward.track()),
                                block(ward, LocalTime.of(9, 0))));
        assertThat(added).isInstanceOf(BlockAddition.Added.class);
    }

    private static BlockPlan block(Clinic.Ward ward, LocalTime starts) {
        return new BlockPlan(
                DayOfWeek.MONDAY,
                starts,
                60,
                "Process group",
                ServiceType.GROUP_THERAPY,
                Modality.IN_PERSON,
                new RoomId(ward.room()),
                new StaffId(ward.lead()),
                null,
                Clinic.MONDAY,
                null);
    }

    private void enroll(Clinic.Ward ward, Clinic.Client client) {
        ward.in(() ->
                tracks.enroll(
                        ward.permit(Action.SESSION_EDIT),
                        UUID.randomUUID(),
                        new TrackId(ward.track()),
                        new EpisodeId(client.episode()),
                        Clinic.MONDAY,
                        ""));
    }

    private List<DatedSession> on(Clinic.Ward ward, LocalDate day) {
        return ward.in(
                () -> sessions.on(ward.permit(Action.SESSION_VIEW), new SiteId(ward.site()), day));
    }

    private List<RosterSeat> roster(Clinic.Ward ward, DatedSession session) {
        return ward.in(() -> sessions.roster(ward.permit(Action.SESSION_VIEW), session.id()));
    }
}
