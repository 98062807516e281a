package care.trellis.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TrellisTest
class TracksTest {

    @Autowired Clinic clinic;
    @Autowired Tracks tracks;
    @Autowired Sessions sessions;
    @Autowired SettableClock clock;

    @Test
    void a_block_makes_its_sessions_six_weeks_ahead_and_once() {
        var ward = clinic.open();

        var added = add(ward, monday(ward, LocalTime.of(9, 0)));

        assertThat(added.sessions()).isEqualTo(7);
        assertThat(ward.in(() -> tracks.makeSessions(ward.permit(Action.SESSION_EDIT)))).isZero();
        var first = day(ward, Clinic.MONDAY).getFirst();
        assertThat(first.startsAt()).isEqualTo("2026-03-02T14:00:00Z");
        assertThat(first.staff()).isEqualTo("M. Ortiz, BHP · J. Kim, BHP");
        assertThat(first.room()).isEqualTo("B");
        assertThat(day(ward, LocalDate.of(2026, 3, 9)).getFirst().startsAt())
                .isEqualTo("2026-03-09T13:00:00Z");
    }

    @Test
    void time_that_goes_by_makes_the_next_week() {
        var ward = clinic.open();
        add(ward, monday(ward, LocalTime.of(9, 0)));

        clock.advance(Duration.ofDays(7));

        assertThat(ward.in(() -> tracks.makeSessions(ward.permit(Action.SESSION_EDIT))))
                .isEqualTo(1);
    }

    @Test
    void a_session_in_the_hour_that_the_clock_skips_is_marked_as_shifted() {
        var ward = clinic.open();
        var night =
                new BlockPlan(
                        DayOfWeek.SUNDAY,
                        LocalTime.of(2, 30),
                        60,
                        "Night group",
                        ServiceType.GROUP_THERAPY,
                        Modality.VIDEO,
                        null,
                        new StaffId(ward.lead()),
                        null,
                        Clinic.MONDAY,
                        null);

        add(ward, night);

        var changed = day(ward, LocalDate.of(2026, 3, 8)).getFirst();
        assertThat(changed.shifted()).isTrue();
        assertThat(changed.startsAt()).isEqualTo("2026-03-08T07:30:00Z");
    }

    @Test
    void an_enrolled_client_is_expected_from_the_day_on_also_in_sessions_made_later() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        add(ward, monday(ward, LocalTime.of(9, 0)));

        var enrolled = enroll(ward, maya, LocalDate.of(2026, 3, 9));
        var later = add(ward, monday(ward, LocalTime.of(10, 15)));

        assertThat(enrolled)
                .isInstanceOfSatisfying(
                        Enrollment.Enrolled.class, it -> assertThat(it.seats()).isEqualTo(6));
        assertThat(later.sessions()).isEqualTo(7);
        assertThat(roster(ward, LocalDate.of(2026, 3, 2), 0)).isEmpty();
        assertThat(roster(ward, LocalDate.of(2026, 3, 9), 0)).hasSize(1);
        assertThat(roster(ward, LocalDate.of(2026, 3, 9), 1)).hasSize(1);
    }

    @Test
    void nobody_is_enrolled_twice_or_before_the_admission() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        enroll(ward, maya, Clinic.MONDAY);

        assertThat(enroll(ward, maya, Clinic.MONDAY.plusDays(1)))
                .isInstanceOf(Enrollment.AlreadyEnrolled.class);
        assertThat(enroll(ward, clinic.theo(ward), LocalDate.of(2025, 12, 1)))
                .isEqualTo(new Enrollment.OutsideEpisode(LocalDate.of(2026, 1, 5)));
    }

    @Test
    void after_the_last_day_a_client_is_no_longer_expected_and_the_seat_says_why() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        add(ward, monday(ward, LocalTime.of(9, 0)));
        var enrolled = (Enrollment.Enrolled) enroll(ward, maya, Clinic.MONDAY);

        int freed =
                ward.in(() ->
                        tracks.endEnrollment(
                                ward.permit(Action.SESSION_EDIT),
                                new TrackId(ward.track()),
                                enrolled.enrollment(),
                                LocalDate.of(2026, 3, 9)));

        assertThat(freed).isEqualTo(5);
        assertThat(roster(ward, LocalDate.of(2026, 3, 16), 0))
                .singleElement()
                .satisfies(seat -> assertThat(seat.removedReason()).isEqualTo("Enrollment ended"));
    }

    @Test
    void a_block_that_ends_cancels_what_was_made_ahead_and_destroys_nothing() {
        var ward = clinic.open();
        var block = add(ward, monday(ward, LocalTime.of(9, 0)));

        int cancelled =
                ward.in(() ->
                        tracks.endBlock(
                                ward.permit(Action.SESSION_EDIT),
                                new TrackId(ward.track()),
                                block.block(),
                                LocalDate.of(2026, 3, 16)));

        assertThat(cancelled).isEqualTo(4);
        assertThat(day(ward, LocalDate.of(2026, 3, 23)).getFirst().cancelReason())
                .isEqualTo("The weekly plan changed");
        assertThat(ward.in(() -> tracks.makeSessions(ward.permit(Action.SESSION_EDIT)))).isZero();
    }

    @Test
    void a_site_has_one_track_of_a_name_and_a_key_makes_one_track() {
        var ward = clinic.open();
        var key = UUID.randomUUID();

        var created = create(ward, key, "Evening");

        assertThat(created).isEqualTo(new TrackCreation.Created(new TrackId(key)));
        assertThat(create(ward, key, "Evening")).isEqualTo(created);
        assertThat(create(ward, UUID.randomUUID(), "evening"))
                .isInstanceOf(TrackCreation.NameTaken.class);
    }

    @Test
    void a_room_of_another_site_is_refused() {
        var ward = clinic.open();
        var plan = monday(ward, LocalTime.of(9, 0));
        var elsewhere =
                new BlockPlan(
                        plan.recurrence(),
                        plan.starts(),
                        plan.minutes(),
                        plan.title(),
                        plan.serviceType(),
                        plan.modality(),
                        new RoomId(UUID.randomUUID()),
                        plan.lead(),
                        plan.coLead(),
                        plan.from(),
                        plan.to());

        assertThat(
                        ward.in(() ->
                                tracks.addBlock(
                                        ward.permit(Action.SESSION_EDIT),
                                        UUID.randomUUID(),
                                        new TrackId(ward.track()),
                                        elsewhere)))
                .isInstanceOf(BlockAddition.RoomElsewhere.class);
    }

    @Test
    void an_individual_session_expects_its_one_client() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var wanted =
                new NewSession(
                        new SiteId(ward.site()),
                        new ClientId(maya.id()),
                        new StaffId(ward.lead()),
                        null,
                        "Individual",
                        ServiceType.INDIVIDUAL_THERAPY,
                        Modality.IN_PERSON,
                        null,
                        Clinic.MONDAY,
                        LocalTime.of(11, 15),
                        45);

        var planned =
                (Planning.Planned)
                        ward.in(() ->
                                sessions.plan(
                                        ward.permit(Action.SESSION_EDIT),
                                        UUID.randomUUID(),
                                        wanted));

        assertThat(
                        ward.in(() ->
                                sessions.roster(
                                        ward.permit(Action.SESSION_VIEW), planned.session())))
                .singleElement()
                .satisfies(seat -> assertThat(seat.source()).isEqualTo(RosterSeat.Source.PLANNED));
    }

    private BlockAddition.Added add(Clinic.Ward ward, BlockPlan plan) {
        return (BlockAddition.Added)
                ward.in(() ->
                        tracks.addBlock(
                                ward.permit(Action.SESSION_EDIT),
                                UUID.randomUUID(),
                                new TrackId(ward.track()),
                                plan));
    }

    private Enrollment enroll(Clinic.Ward ward, Clinic.Client client, LocalDate from) {
        return ward.in(() ->
                tracks.enroll(
                        ward.permit(Action.SESSION_EDIT),
                        UUID.randomUUID(),
                        new TrackId(ward.track()),
                        new EpisodeId(client.episode()),
                        from,
                        ""));
    }

    private TrackCreation create(Clinic.Ward ward, UUID key, String name) {
        return ward.in(() ->
                tracks.create(
                        ward.permit(Action.SESSION_EDIT),
                        key,
                        new ProgramId(ward.program()),
                        name));
    }

    private java.util.List<DatedSession> day(Clinic.Ward ward, LocalDate day) {
        return ward.in(
                () -> sessions.on(ward.permit(Action.SESSION_VIEW), new SiteId(ward.site()), day));
    }

    private java.util.List<RosterSeat> roster(Clinic.Ward ward, LocalDate day, int session) {
        return ward.in(() ->
                sessions.roster(
                        ward.permit(Action.SESSION_VIEW), day(ward, day).get(session).id()));
    }

    private static BlockPlan monday(Clinic.Ward ward, LocalTime starts) {
        return new BlockPlan(
                DayOfWeek.MONDAY,
                starts,
                60,
                "Process group",
                ServiceType.GROUP_THERAPY,
                Modality.IN_PERSON,
                new RoomId(ward.room()),
                new StaffId(ward.lead()),
                new StaffId(ward.coLead()),
                Clinic.MONDAY,
                null);
    }
}
