package care.trellis.transitions;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.Episode;
import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.Episodes;
import care.trellis.episodes.Plan;
import care.trellis.episodes.Plans;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class TransitionsTest {

    private static final Set<DayOfWeek> THREE =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> ONE = Set.of(DayOfWeek.WEDNESDAY);

    @Autowired Clinic clinic;
    @Autowired Clients clients;
    @Autowired Tracks tracks;
    @Autowired Episodes episodes;
    @Autowired Plans plans;
    @Autowired Transitions transitions;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_taper_rewrites_seats_hours_and_level_and_is_taken_back_as_one() {
        var ward = clinic.open();
        var maya = enrolled(ward);
        int before = seats(ward, maya);
        var taper =
                proposal(
                        ward,
                        step(MONDAY.plusWeeks(1), LevelOfCare.IOP, 360, THREE),
                        step(MONDAY.plusWeeks(3), LevelOfCare.OP, 180, ONE));

        var key = make(ward, maya, taper);

        assertThat(seats(ward, maya)).isLessThan(before);
        assertThat(seatsOn(ward, maya, MONDAY.plusWeeks(1))).isEqualTo(1);
        assertThat(seatsOn(ward, maya, MONDAY.plusWeeks(3))).isZero();
        assertThat(seatsOn(ward, maya, MONDAY.plusWeeks(3).plusDays(2))).isEqualTo(1);
        assertThat(stay(ward, maya).placements())
                .extracting(Episode.Placement::level)
                .containsExactly(LevelOfCare.IOP, LevelOfCare.IOP, LevelOfCare.OP);
        assertThat(prescribed(ward, maya, MONDAY)).isEqualTo(540);
        assertThat(prescribed(ward, maya, MONDAY.plusWeeks(2))).isEqualTo(360);
        assertThat(prescribed(ward, maya, MONDAY.plusWeeks(3))).isEqualTo(180);

        assertThat(undo(ward, maya, key)).isInstanceOf(Undoing.Undone.class);

        assertThat(seats(ward, maya)).isEqualTo(before);
        assertThat(stay(ward, maya).placements()).hasSize(1);
        assertThat(prescribed(ward, maya, MONDAY.plusWeeks(3))).isEqualTo(540);
        assertThat(undo(ward, maya, key)).isInstanceOf(Undoing.AlreadyUndone.class);
    }

    @Test
    void the_preview_says_what_the_change_then_does() {
        var ward = clinic.open();
        var maya = enrolled(ward);
        int before = seats(ward, maya);
        var down = proposal(ward, step(MONDAY.plusWeeks(1), LevelOfCare.OP, 180, ONE));

        var said = ward.in(() -> transitions.preview(permit(ward), client(maya), down)).orThrow();
        make(ward, maya, down);

        assertThat(said.kind()).isEqualTo(Transition.Kind.STEP_DOWN);
        assertThat(seats(ward, maya))
                .isEqualTo(before - said.seats().left().size() + said.seats().taken().size());
        assertThat(said.needs()).isEmpty();
    }

    @Test
    void what_was_attended_under_a_change_keeps_it_from_being_taken_back() {
        var ward = clinic.open();
        var maya = enrolled(ward);
        var key = make(ward, maya, proposal(ward, step(MONDAY, LevelOfCare.OP, 180, THREE)));
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status,
                    estimated, last_event)
                select organization_id, session_id, client_id, local_date, 'PRESENT', false, 1 from sessions.seat
                where client_id = ? and local_date = ?
                """,
                maya.id(),
                MONDAY);

        assertThat(undo(ward, maya, key))
                .isInstanceOfSatisfying(
                        Undoing.Bound.class,
                        bound -> assertThat(bound.why()).contains("Attendance of Mar 2, 2026"));
        assertThat(prescribed(ward, maya, MONDAY)).isEqualTo(180);
    }

    @Test
    void a_payer_that_grants_days_is_asked_and_told_when_the_change_is_taken_back() {
        var ward = clinic.open();
        clinic.write(ward, "update payers.contract set authorization_required = true");
        var maya = enrolled(ward);
        var key =
                make(
                        ward,
                        maya,
                        proposal(ward, step(MONDAY.plusWeeks(1), LevelOfCare.PHP, 1200, THREE)));

        assertThat(open(ward)).isEqualTo(1);
        undo(ward, maya, key);
        assertThat(open(ward)).isZero();
    }

    @Test
    void the_newest_change_is_taken_back_first() {
        var ward = clinic.open();
        var maya = enrolled(ward);
        var first =
                make(
                        ward,
                        maya,
                        proposal(ward, step(MONDAY.plusWeeks(1), LevelOfCare.IOP, 360, THREE)));
        clock.advance(Duration.ofMinutes(5));
        var second =
                make(
                        ward,
                        maya,
                        proposal(ward, step(MONDAY.plusWeeks(2), LevelOfCare.OP, 180, ONE)));

        assertThat(undo(ward, maya, first)).isInstanceOf(Undoing.Bound.class);
        assertThat(undo(ward, maya, second)).isInstanceOf(Undoing.Undone.class);
        assertThat(undo(ward, maya, first)).isInstanceOf(Undoing.Undone.class);
        assertThat(prescribed(ward, maya, MONDAY.plusWeeks(4))).isEqualTo(540);
    }

    @Test
    void a_transfer_ends_one_stay_and_begins_another_and_is_taken_back() {
        var ward = clinic.open();
        var maya = enrolled(ward);
        int before = seats(ward, maya);
        var other = Ids.next();
        clinic.write(
                ward,
                """
                insert into organizations.program (organization_id, id, site_id, name, level_of_care, setting,
                    program_type, part_2, offered_days, hours_per_day)
                select organization_id, ?, site_id, 'Evening OP', 'OP', setting, program_type, part_2, 5, 3
                from organizations.program where id = ?
                """,
                other,
                ward.program());
        var transfer =
                new Proposal(
                        new ProgramId(other),
                        List.of(new Step(MONDAY.plusDays(2), LevelOfCare.OP, 180, List.of())),
                        "Works days now");

        var key = make(ward, maya, transfer);

        assertThat(stays(ward, maya)).hasSize(2);
        assertThat(stay(ward, maya).program().value()).isEqualTo(other);
        assertThat(seats(ward, maya)).isEqualTo(1);

        undo(ward, maya, key);

        assertThat(stays(ward, maya)).hasSize(1);
        assertThat(stay(ward, maya).program().value()).isEqualTo(ward.program());
        assertThat(seats(ward, maya)).isEqualTo(before);
    }

    @Test
    void a_transfer_to_another_site_takes_the_record_along_and_back() {
        var ward = clinic.open();
        var maya = enrolled(ward);
        var site = Ids.next();
        var there = Ids.next();
        clinic.write(
                ward,
                """
                insert into organizations.site (organization_id, id, name, time_zone)
                select organization_id, ?, 'Riverside', time_zone from organizations.site where id = ?
                """,
                site,
                ward.site());
        clinic.write(
                ward,
                """
                insert into organizations.program (organization_id, id, site_id, name, level_of_care, setting,
                    program_type, part_2, offered_days, hours_per_day)
                select organization_id, ?, ?, 'Riverside OP', 'OP', setting, program_type, part_2, 5, 3
                from organizations.program where id = ?
                """,
                there,
                site,
                ward.program());
        var late = to(there, MONDAY.plusDays(2));
        var tomorrow = to(there, MONDAY.plusDays(1));

        assertThat(ward.in(() -> transitions.preview(permit(ward), client(maya), late)).toString())
                .contains(
                        "A transfer to another site begins today or tomorrow: the record goes there at once.");
        assertThat(
                        ward.in(() -> transitions.preview(permit(ward), client(maya), tomorrow))
                                .orThrow()
                                .site())
                .isEqualTo("Riverside");
        var key = make(ward, maya, tomorrow);
        assertThat(siteOf(ward, maya)).isEqualTo(site);
        assertThat(stay(ward, maya).program().value()).isEqualTo(there);

        undo(ward, maya, key);
        assertThat(siteOf(ward, maya)).isEqualTo(ward.site());
        assertThat(stay(ward, maya).program().value()).isEqualTo(ward.program());
    }

    @Test
    void steps_out_of_order_and_days_that_are_over_are_refused_at_their_field() {
        var ward = clinic.open();
        var maya = enrolled(ward);

        var refused =
                ward.in(() ->
                        transitions.preview(
                                permit(ward),
                                client(maya),
                                proposal(
                                        ward,
                                        step(MONDAY.minusDays(1), LevelOfCare.IOP, 360, THREE),
                                        step(MONDAY.minusDays(1), LevelOfCare.OP, 180, ONE))));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        it -> assertThat(it.problems().toString()).contains("from0", "from1"));
    }

    /** Maya in a track of three days, three hours each, for weeks ahead. */
    private Clinic.Client enrolled(Clinic.Ward ward) {
        var maya = clinic.maya(ward);
        for (var day : THREE) {
            ward.in(() ->
                    tracks.addBlock(
                            ward.permit(Action.SESSION_EDIT),
                            Ids.next(),
                            new TrackId(ward.track()),
                            new BlockPlan(
                                    day,
                                    LocalTime.of(9, 0),
                                    180,
                                    "Skills",
                                    ServiceType.GROUP_THERAPY,
                                    Modality.IN_PERSON,
                                    null,
                                    new StaffId(ward.lead()),
                                    null,
                                    MONDAY,
                                    null)));
        }
        ward.in(() ->
                tracks.enroll(
                        ward.permit(Action.SESSION_EDIT),
                        Ids.next(),
                        new TrackId(ward.track()),
                        new EpisodeId(maya.episode()),
                        MONDAY,
                        ""));
        return maya;
    }

    private TransitionId make(Clinic.Ward ward, Clinic.Client maya, Proposal proposal) {
        return ward.in(() -> transitions.make(permit(ward), Ids.next(), client(maya), proposal))
                .orThrow();
    }

    private Undoing undo(Clinic.Ward ward, Clinic.Client maya, TransitionId change) {
        return ward.in(() -> transitions.undo(permit(ward), client(maya), change));
    }

    private static Proposal proposal(Clinic.Ward ward, Step... steps) {
        return new Proposal(
                new ProgramId(ward.program()),
                List.of(steps).stream()
                        .map(step ->
                                new Step(
                                        step.from(),
                                        step.level(),
                                        step.minutesPerWeek(),
                                        step.week().stream()
                                                .map(slot ->
                                                        new Step.Slot(
                                                                new TrackId(ward.track()),
                                                                slot.days()))
                                                .toList()))
                        .toList(),
                "Goals are met, scores are low");
    }

    private static Step step(LocalDate from, LevelOfCare level, int minutes, Set<DayOfWeek> days) {
        return new Step(
                from, level, minutes, List.of(new Step.Slot(new TrackId(new UUID(0, 0)), days)));
    }

    private Episode stay(Clinic.Ward ward, Clinic.Client maya) {
        return stays(ward, maya).stream().filter(Episode::isOpen).findFirst().orElseThrow();
    }

    private List<Episode> stays(Clinic.Ward ward, Clinic.Client maya) {
        return ward.in(() -> episodes.of(permit(ward), client(maya)));
    }

    private int prescribed(Clinic.Ward ward, Clinic.Client maya, LocalDate day) {
        return ward.in(() ->
                        plans.of(permit(ward), client(maya), new EpisodeId(maya.episode()))
                                .on(day)
                                .map(Plan.Version::minutesPerWeek))
                .orElse(0);
    }

    private int seats(Clinic.Ward ward, Clinic.Client maya) {
        return count(
                ward,
                "select count(*) from sessions.public_roster where client_id = '"
                        + maya.id()
                        + "'");
    }

    private int seatsOn(Clinic.Ward ward, Clinic.Client maya, LocalDate day) {
        return count(
                ward,
                "select count(*) from sessions.public_roster where client_id = '%s' and local_date = '%s'"
                        .formatted(maya.id(), day));
    }

    private int open(Clinic.Ward ward) {
        return count(ward, "select count(*) from transitions.need where closed_at is null");
    }

    private int count(Clinic.Ward ward, String sql) {
        return ward.in(
                () -> transaction.execute(status -> jdbc.sql(sql).query(Integer.class).single()));
    }

    private static ClientId client(Clinic.Client maya) {
        return new ClientId(maya.id());
    }

    private static care.trellis.base.Permit permit(Clinic.Ward ward) {
        return ward.permit(Action.LEVEL_CHANGE);
    }

    private static Proposal to(UUID program, LocalDate from) {
        return new Proposal(
                new ProgramId(program),
                List.of(new Step(from, LevelOfCare.OP, 180, List.of())),
                "Moved across the river");
    }

    private UUID siteOf(Clinic.Ward ward, Clinic.Client person) {
        return ward.in(() -> clients.find(permit(ward), client(person)).site().value());
    }
}
