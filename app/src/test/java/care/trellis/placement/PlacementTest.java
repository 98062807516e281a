package care.trellis.placement;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Effort;
import care.trellis.engine.placement.Modality;
import care.trellis.engine.placement.Place;
import care.trellis.engine.placement.Proposal;
import care.trellis.engine.placement.Rule;
import care.trellis.engine.placement.Window;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Enrollment;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.TrackCreation;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class PlacementTest {

    private static final List<DayOfWeek> WEEK =
            List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);

    @Autowired Clinic clinic;
    @Autowired Tracks tracks;
    @Autowired WaitingList waitingList;
    @Autowired KeptApart keptApart;
    @Autowired Proposals proposals;
    @Autowired TrackRules trackRules;
    @Autowired PlacementSearch search;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void who_waits_stands_on_the_list_with_since_when_and_why() {
        var ward = clinic.open();
        var maya = client(clinic.maya(ward));
        var theo = client(clinic.theo(ward));
        waits(ward, theo, 3, Preference.NONE);
        waits(ward, maya, 20, Preference.NONE);

        var list = list(ward);

        assertThat(list).extracting(Waiting::name).containsExactly("Maya R.", "Theo B.");
        assertThat(list.getFirst().since()).isEqualTo(MONDAY.minusDays(20));
        assertThat(list.getFirst().reasons()).containsExactly(WaitReason.NO_SEAT);
        assertThat(list.getFirst().note()).isEqualTo("Call after five");
    }

    @Test
    void nobody_waits_twice_and_who_leaves_is_off_the_list() {
        var ward = clinic.open();
        var maya = client(clinic.maya(ward));
        waits(ward, maya, 20, Preference.NONE);
        waits(ward, maya, 10, Preference.NONE);
        assertThat(list(ward)).hasSize(1);

        ward.run(() -> waitingList.leave(edit(ward), maya, LeaveReason.ELSEWHERE));

        assertThat(list(ward)).isEmpty();
    }

    @Test
    void a_proposal_changes_nothing_until_it_is_taken_and_is_taken_back_as_one() {
        var ward = clinic.open();
        var morning = track(ward, "Early", 9, 12);
        var maya = client(clinic.maya(ward));
        waits(ward, maya, 20, Preference.NONE);

        var found = propose(ward);

        assertThat(seats(ward, maya)).isZero();
        var taken = take(ward, found, List.of(maya)).orThrow();
        assertThat(seats(ward, maya)).isPositive();
        assertThat(list(ward)).isEmpty();
        assertThat(place(ward, maya).track()).isEqualTo(morning.value().toString());

        ward.run(() -> proposals.undo(edit(ward), taken));

        assertThat(seats(ward, maya)).isZero();
        assertThat(list(ward)).extracting(Waiting::client).containsExactly(maya);
    }

    @Test
    void a_proposal_puts_who_can_come_only_in_the_evening_there_and_says_why_not_elsewhere() {
        var ward = clinic.open();
        track(ward, "Early", 9, 12);
        var evening = track(ward, "Late", 18, 12);
        var maya = client(clinic.maya(ward));
        waits(ward, maya, 20, evenings());

        var proposal = proposal(ward, propose(ward));

        var placed = proposal.placed().getFirst();
        assertThat(placed.place().track()).isEqualTo(evening.value().toString());
        assertThat(placed.others()).extracting(it -> it.rule()).contains(Rule.TIMES);
    }

    @Test
    void nobody_is_put_into_a_track_that_meets_as_their_payer_does_not_count() {
        var ward = clinic.open("MEDICARE_HOPD_IOP", false);
        var virtual = track(ward, "Virtual", 9, 12);
        clinic.write(
                ward,
                "update sessions.pattern set modality = 'VIDEO', room_id = null where track_id = ?",
                virtual.value());
        var maya = client(clinic.maya(ward));
        waits(ward, maya, 20, Preference.NONE);

        var alone = proposal(ward, propose(ward)).unplaced().getFirst();
        assertThat(alone.others()).extracting(it -> it.rule()).contains(Rule.COUNTED);
        assertThat(alone.smallest())
                .startsWith("Virtual meets by video, which does not count: ")
                .contains("in person");

        var room = track(ward, "Afternoon", 13, 12);
        assertThat(proposal(ward, propose(ward)).placed().getFirst().place().track())
                .isEqualTo(room.value().toString());
    }

    @Test
    void two_who_are_kept_apart_get_no_common_group_and_others_do_not_learn_of_it() {
        var ward = clinic.open();
        track(ward, "Early", 9, 12);
        var maya = client(clinic.maya(ward));
        var theo = client(clinic.theo(ward));
        waits(ward, maya, 20, Preference.NONE);
        waits(ward, theo, 10, Preference.NONE);
        ward.in(() ->
                        keptApart.keep(
                                ward.permit(Action.KEEP_APART),
                                Ids.next(),
                                theo,
                                maya,
                                "A protective order"))
                .orThrow();

        var proposal = proposal(ward, propose(ward));

        assertThat(proposal.placed()).hasSize(1);
        assertThat(proposal.unplaced())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.others().getFirst().words())
                                .doesNotContain("Maya", "Theo", "protective"));
        var sealed =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql("select encode(reason, 'escape') from placement.pair")
                                        .query(String.class)
                                        .single()));
        assertThat(sealed).doesNotContain("protective");
    }

    @Test
    void who_is_kept_apart_from_somebody_there_is_enrolled_by_hand_only_with_a_reason() {
        var ward = clinic.open();
        var early = track(ward, "Early", 9, 1);
        var maya = clinic.maya(ward);
        var theo = clinic.theo(ward);
        assertThat(enroll(ward, early, maya, "")).isInstanceOf(Enrollment.Enrolled.class);
        ward.in(() ->
                        keptApart.keep(
                                ward.permit(Action.KEEP_APART),
                                Ids.next(),
                                client(theo),
                                client(maya),
                                "A protective order"))
                .orThrow();

        assertThat(enroll(ward, early, theo, ""))
                .isInstanceOfSatisfying(
                        Enrollment.AsksWhy.class,
                        asks ->
                                assertThat(asks.concerns().toString())
                                        .contains(
                                                PlaceConcerns.APART,
                                                "The program has 1 seat here",
                                                "On 19 of 19 dates.")
                                        .doesNotContain("Maya", "protective"));
        assertThat(seats(ward, client(theo))).isZero();

        assertThat(enroll(ward, early, theo, "The order ended; the judge's letter is filed"))
                .isInstanceOf(Enrollment.Enrolled.class);
        assertThat(seats(ward, client(theo))).isPositive();
    }

    private Enrollment enroll(Ward ward, TrackId track, Clinic.Client who, String why) {
        return ward.in(() ->
                tracks.enroll(
                        ward.permit(Action.SESSION_EDIT),
                        Ids.next(),
                        track,
                        new EpisodeId(who.episode()),
                        MONDAY,
                        why));
    }

    @Test
    void a_card_dragged_onto_another_track_changes_the_proposal_and_is_taken_from_there() {
        var ward = clinic.open();
        track(ward, "Early", 9, 12);
        var late = track(ward, "Late", 18, 12);
        var video = new TrackId(ward.track());
        var maya = client(clinic.maya(ward));
        waits(ward, maya, 20, Preference.NONE);
        var found = propose(ward);

        assertThat(move(ward, maya, late)).isInstanceOf(Change.Done.class);
        assertThat(move(ward, maya, video))
                .as("a track without a week takes nobody")
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused ->
                                assertThat(refused.problems().toString())
                                        .contains("Maya R. cannot come there"));
        assertThat(seats(ward, maya)).as("nothing changes until it is taken").isZero();

        take(ward, found, List.of(maya)).orThrow();

        assertThat(place(ward, maya).track()).isEqualTo(late.value().toString());
        assertThat(move(ward, maya, late)).isInstanceOf(Change.Done.class);
        assertThat(ward.in(() -> proposals.pinned(edit(ward))))
                .as("back at home nothing is pinned")
                .isEmpty();
    }

    private Change<Place> move(Ward ward, ClientId client, TrackId to) {
        return ward.in(() -> proposals.move(edit(ward), new SiteId(ward.site()), client, to));
    }

    @Test
    void the_last_seat_that_went_meanwhile_is_refused_by_name() {
        var ward = clinic.open();
        var early = track(ward, "Early", 9, 1);
        var maya = client(clinic.maya(ward));
        var theo = clinic.theo(ward);
        waits(ward, maya, 20, Preference.NONE);
        var found = propose(ward);
        enroll(ward, early, theo, "");

        var taken = take(ward, found, List.of(maya));

        assertThat(taken)
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused ->
                                assertThat(refused.problems().toString())
                                        .contains("Maya R. no longer fits"));
        assertThat(seats(ward, maya)).isZero();
    }

    @Test
    void the_program_s_own_limit_binds_before_the_room() {
        var ward = clinic.open();
        var early = track(ward, "Early", 9, 1);
        waits(ward, client(clinic.maya(ward)), 20, Preference.NONE);
        waits(ward, client(clinic.theo(ward)), 10, Preference.NONE);

        var proposal = proposal(ward, propose(ward));

        assertThat(proposal.placed()).hasSize(1);
        assertThat(proposal.unplaced().getFirst().others().getFirst().words())
                .contains("1 of 1 seats, set by the program");
        assertThat(proposal.unplaced().getFirst().smallest())
                .isEqualTo("One more seat in Early would do.");
        assertThat(early).isNotNull();
    }

    @Test
    void who_is_pinned_keeps_the_seat_though_another_waits_longer() {
        var ward = clinic.open();
        var early = track(ward, "Early", 9, 1);
        var maya = client(clinic.maya(ward));
        var theo = client(clinic.theo(ward));
        waits(ward, maya, 20, Preference.NONE);
        waits(ward, theo, 10, Preference.NONE);
        ward.run(() ->
                proposals.pin(
                        edit(ward), theo, new Place(early.value().toString(), Set.copyOf(WEEK))));

        var proposal = proposal(ward, propose(ward));

        assertThat(proposal.placed())
                .extracting(it -> it.person())
                .containsExactly(theo.value().toString());
    }

    private UUID propose(Ward ward) {
        var id =
                ward.in(() ->
                        proposals.start(edit(ward), Ids.next(), new SiteId(ward.site()), false));
        ward.run(() -> search.run(id, Effort.moves(500)));
        return id;
    }

    private Proposal proposal(Ward ward, UUID found) {
        return ward.in(() -> proposals.proposal(edit(ward), found)).orElseThrow();
    }

    private Change<UUID> take(Ward ward, UUID found, List<ClientId> clients) {
        return ward.in(
                () -> proposals.accept(edit(ward), Ids.next(), found, clients, MONDAY.plusDays(1)));
    }

    private Place place(Ward ward, ClientId client) {
        @Nullable Place place =
                ward.in(() ->
                        proposals
                                .situation(edit(ward), new SiteId(ward.site()), true)
                                .person(client.value().toString())
                                .current());
        assertThat(place).isNotNull();
        return place;
    }

    private void waits(Ward ward, ClientId client, int days, Preference preference) {
        ward.in(() ->
                        waitingList.keep(
                                edit(ward),
                                Ids.next(),
                                client,
                                MONDAY.minusDays(days),
                                List.of(WaitReason.NO_SEAT),
                                "Call after five",
                                preference))
                .orThrow();
    }

    private List<Waiting> list(Ward ward) {
        return ward.in(() -> waitingList.at(edit(ward), new SiteId(ward.site())));
    }

    private static Preference evenings() {
        return new Preference(
                Set.of("English"),
                Set.of(),
                Set.of(),
                Set.of(),
                WEEK.stream().map(day -> new Window(day, 17 * 60, 22 * 60)).toList(),
                Set.of(Modality.IN_PERSON),
                0);
    }

    private TrackId track(Ward ward, String name, int hour, int seats) {
        var key = Ids.next();
        var track =
                ((TrackCreation.Created)
                                ward.in(() ->
                                        tracks.create(
                                                ward.permit(Action.SESSION_EDIT),
                                                key,
                                                new ProgramId(ward.program()),
                                                name)))
                        .track();
        for (var day : WEEK) {
            ward.in(() ->
                    tracks.addBlock(
                            ward.permit(Action.SESSION_EDIT),
                            Ids.next(),
                            track,
                            new BlockPlan(
                                    day,
                                    LocalTime.of(hour, 0),
                                    180,
                                    "Process group",
                                    ServiceType.GROUP_THERAPY,
                                    care.trellis.sessions.Modality.IN_PERSON,
                                    new RoomId(ward.room()),
                                    new StaffId(ward.lead()),
                                    null,
                                    MONDAY,
                                    null)));
        }
        ward.in(() ->
                        trackRules.keep(
                                edit(ward),
                                track,
                                new TrackTerms("English", 18, 99, Set.of(), seats)))
                .orThrow();
        return track;
    }

    private int seats(Ward ward, ClientId client) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        "select count(*) from sessions.public_roster where client_id = :client")
                                .param("client", client.value())
                                .query(Integer.class)
                                .single()));
    }

    private static Permit edit(Ward ward) {
        return ward.permit(Action.PLACEMENT_EDIT);
    }

    private static ClientId client(Clinic.Client client) {
        return new ClientId(client.id());
    }
}
