package care.trellis.placement;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Window;
import care.trellis.episodes.EpisodeId;
import care.trellis.messages.Language;
import care.trellis.messages.Preferences;
import care.trellis.messages.Remind;
import care.trellis.messages.TextReceived;
import care.trellis.messages.Way;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class MakeUpOffersTest {

    @Autowired Clinic clinic;
    @Autowired Tracks tracks;
    @Autowired TrackRules trackRules;
    @Autowired KeptApart keptApart;
    @Autowired WaitingList waiting;
    @Autowired MakeUpFinder finder;
    @Autowired MakeUpOffers offers;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Preferences preferences;
    @Autowired ApplicationEventPublisher events;

    @Test
    void sessions_to_come_with_a_free_seat_are_found_with_what_limits_them() {
        var ward = week(2);
        var maya = client(clinic.maya(ward));

        var found = find(ward, maya);

        assertThat(found).hasSize(3);
        assertThat(found)
                .allSatisfy(it -> {
                    assertThat(it.left()).isEqualTo(2);
                    assertThat(it.bound()).isEqualTo("the program");
                });
    }

    @Test
    void a_session_with_somebody_they_must_not_meet_is_not_found() {
        var ward = week(4);
        var maya = client(clinic.maya(ward));
        var theo = clinic.theo(ward);
        ward.in(() ->
                tracks.enroll(
                        ward.permit(Action.SESSION_EDIT),
                        Ids.next(),
                        new TrackId(ward.track()),
                        new EpisodeId(theo.episode()),
                        MONDAY,
                        ""));
        assertThat(find(ward, maya)).hasSize(3);

        ward.in(() ->
                        keptApart.keep(
                                ward.permit(Action.KEEP_APART),
                                Ids.next(),
                                maya,
                                client(theo),
                                "A court order"))
                .orThrow();

        assertThat(find(ward, maya)).isEmpty();
    }

    @Test
    void a_group_in_another_language_or_reserved_for_others_or_at_a_wrong_time_is_not_found() {
        var ward = week(4);
        var maya = client(clinic.maya(ward));
        wants(ward, maya, Set.of("veterans"), List.of());
        assertThat(find(ward, maya)).hasSize(3);

        isFor(ward, new TrackTerms("Spanish", 18, 99, Set.of(), 4));
        assertThat(find(ward, maya)).isEmpty();
        isFor(ward, new TrackTerms("English", 18, 99, Set.of("women"), 4));
        assertThat(find(ward, maya)).isEmpty();
        isFor(ward, new TrackTerms("English", 18, 99, Set.of("veterans"), 4));
        assertThat(find(ward, maya)).hasSize(3);

        wants(ward, maya, Set.of("veterans"), List.of(new Window(DayOfWeek.FRIDAY, 600, 960)));
        assertThat(find(ward, maya))
                .extracting(it -> it.startsAt().atZone(it.zone()).getDayOfWeek())
                .containsExactly(DayOfWeek.FRIDAY);
    }

    private void wants(Ward ward, ClientId client, Set<String> tags, List<Window> free) {
        wants(
                ward,
                client,
                new Preference(
                        Set.of("English"),
                        tags,
                        Set.of(),
                        Set.of(),
                        free,
                        Preference.NONE.modalities(),
                        0));
    }

    private void wantsARoom(Ward ward, ClientId client) {
        wants(
                ward,
                client,
                new Preference(
                        Set.of("English"),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        Set.of(care.trellis.engine.placement.Modality.IN_PERSON),
                        0));
    }

    private void wants(Ward ward, ClientId client, Preference preference) {
        ward.in(() ->
                        waiting.keep(
                                ward.permit(Action.PLACEMENT_EDIT),
                                Ids.next(),
                                client,
                                MONDAY,
                                List.of(WaitReason.NO_SEAT),
                                "",
                                preference))
                .orThrow();
    }

    private void isFor(Ward ward, TrackTerms terms) {
        ward.in(() ->
                        trackRules.keep(
                                ward.permit(Action.PLACEMENT_EDIT),
                                new TrackId(ward.track()),
                                terms))
                .orThrow();
    }

    @Test
    void the_choice_that_is_taken_is_the_clients_seat_and_the_other_is_free_again() {
        var ward = week(1);
        var maya = client(clinic.maya(ward));
        var theo = client(clinic.theo(ward));
        var two = sessions(ward, maya).subList(0, 2);
        var offer = offer(ward, maya, two).orThrow();
        assertThat(sessions(ward, theo)).doesNotContainAnyElementsOf(two);

        var answer = ward.in(() -> offers.take(make(ward), offer, 2));

        assertThat(answer).isInstanceOf(Answered.Taken.class);
        assertThat(seats(ward, maya)).containsExactly(two.getLast());
        assertThat(sessions(ward, theo)).contains(two.getFirst());
        assertThat(ward.in(() -> offers.take(make(ward), offer, 1)))
                .isEqualTo(new Answered.Before(Offer.Answer.TAKEN));
        assertThat(seats(ward, maya)).hasSize(1);
    }

    @Test
    void a_text_with_the_number_takes_that_session_and_is_answered_once() {
        var ward = week(1);
        var maya = client(clinic.maya(ward));
        var two = sessions(ward, maya).subList(0, 2);
        textOffer(ward, maya, two);
        var text = UUID.randomUUID();

        answers(ward, text, maya, "2");
        answers(ward, text, maya, "2");
        answers(ward, UUID.randomUUID(), maya, "1");

        assertThat(seats(ward, maya)).containsExactly(two.getLast());
        assertThat(offered(ward, maya).answer()).isEqualTo(Offer.Answer.TAKEN);
        assertThat(wordings(ward)).containsExactlyInAnyOrder("offer", "offer-taken");
        assertThat(sessions(ward, client(clinic.theo(ward)))).contains(two.getFirst());
    }

    @Test
    void a_text_that_comes_too_late_is_told_so_and_takes_nothing() {
        var ward = week(1);
        var maya = client(clinic.maya(ward));
        textOffer(ward, maya, sessions(ward, maya).subList(0, 2));

        clock.advance(MakeUpOffers.HELD.plusSeconds(1));
        answers(ward, UUID.randomUUID(), maya, "1");

        assertThat(seats(ward, maya)).isEmpty();
        assertThat(wordings(ward)).containsExactlyInAnyOrder("offer", "offer-over");
    }

    @Test
    void other_words_and_numbers_answer_no_offer() {
        var ward = week(1);
        var maya = client(clinic.maya(ward));
        textOffer(ward, maya, sessions(ward, maya).subList(0, 2));

        for (var words : List.of("3", "12", "yes", "1 please")) {
            answers(ward, UUID.randomUUID(), maya, words);
        }
        answers(ward, UUID.randomUUID(), client(clinic.theo(ward)), "1");

        assertThat(offered(ward, maya).answer()).isNull();
        assertThat(seats(ward, maya)).isEmpty();
    }

    private void textOffer(Ward ward, ClientId client, List<SessionId> sessions) {
        clinic.write(
                ward,
                "update clients.client set phone = '(555) 555-0101' where organization_id = ? and id = ?",
                ward.organization().value(),
                client.value());
        ward.run(() ->
                preferences.save(
                        ward.permit(Action.CLIENT_EDIT),
                        client,
                        new care.trellis.messages.Preference(
                                Way.TEXT, Language.EN, Remind.BOTH, null)));
        ward.in(() -> offers.offer(make(ward), Ids.next(), client, MONDAY, sessions, true))
                .orThrow();
        assertThat(offered(ward, client).texted()).isTrue();
        clock.advance(Duration.ofSeconds(30));
    }

    /** What the carrier brings, as the room of messages tells it. */
    private void answers(Ward ward, UUID text, ClientId client, String words) {
        ward.run(() ->
                transaction.executeWithoutResult(status ->
                        events.publishEvent(
                                new TextReceived(text, List.of(client), words, clock.instant()))));
    }

    private Offer offered(Ward ward, ClientId client) {
        return ward.in(() -> offers.of(make(ward), client)).getFirst();
    }

    private List<String> wordings(Ward ward) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        "select wording from messages.message where organization_id = :organization")
                                .param("organization", ward.organization().value())
                                .query(String.class)
                                .list()));
    }

    @Test
    void a_hold_ends_by_itself_after_half_an_hour() {
        var ward = week(1);
        var maya = client(clinic.maya(ward));
        var theo = client(clinic.theo(ward));
        var offer = offer(ward, maya, sessions(ward, maya).subList(0, 1)).orThrow();

        clock.advance(MakeUpOffers.HELD);

        assertThat(find(ward, theo)).hasSize(3);
        assertThat(ward.in(() -> offers.take(make(ward), offer, 1)))
                .isInstanceOf(Answered.TooLate.class);
        assertThat(seats(ward, maya)).isEmpty();
    }

    @Test
    void two_at_once_for_the_last_seat_one_wins_and_the_other_is_told() throws Exception {
        var ward = week(1);
        var maya = client(clinic.maya(ward));
        var theo = client(clinic.theo(ward));
        var last = sessions(ward, maya).subList(0, 1);
        var go = new CountDownLatch(1);

        try (var pool = Executors.newFixedThreadPool(2)) {
            var tries =
                    List.of(maya, theo).stream()
                            .map(client ->
                                    pool.submit(() -> {
                                        go.await();
                                        try {
                                            offer(ward, client, last).orThrow();
                                            return "held";
                                        } catch (MakeUpOffers.SeatGone gone) {
                                            return "gone";
                                        }
                                    }))
                            .toList();
            go.countDown();

            assertThat(List.of(tries.getFirst().get(), tries.getLast().get()))
                    .containsExactlyInAnyOrder("held", "gone");
        }
    }

    @Test
    void a_new_offer_lets_the_seats_of_the_one_before_go() {
        var ward = week(1);
        var maya = client(clinic.maya(ward));
        var theo = client(clinic.theo(ward));
        var all = sessions(ward, maya);
        offer(ward, maya, all.subList(0, 1)).orThrow();

        offer(ward, maya, all.subList(1, 2)).orThrow();

        assertThat(sessions(ward, theo)).contains(all.get(0)).doesNotContain(all.get(1));
    }

    @Test
    void who_sits_at_that_time_is_offered_nothing_there() {
        var ward = week(9);
        var maya = clinic.maya(ward);
        ward.in(() ->
                tracks.enroll(
                        ward.permit(Action.SESSION_EDIT),
                        Ids.next(),
                        new TrackId(ward.track()),
                        new EpisodeId(maya.episode()),
                        MONDAY,
                        ""));

        assertThat(find(ward, client(maya))).isEmpty();
        assertThatThrownBy(() ->
                        offer(ward, client(maya), List.of(seats(ward, client(maya)).getFirst())))
                .isInstanceOf(MakeUpOffers.SeatGone.class);
    }

    @Test
    void what_the_payer_counts_in_person_only_is_not_made_up_by_video() {
        var ward = week(clinic.open("MEDICARE_HOPD_IOP", false), 2);
        var maya = client(clinic.maya(ward));
        clinic.write(
                ward,
                "update sessions.session set modality = 'VIDEO' where local_date = ?",
                MONDAY.plusDays(4));

        var found = ward.in(() -> finder.find(make(ward), maya, MONDAY));

        assertThat(found.sessions())
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(it.modality()).isEqualTo(Modality.IN_PERSON);
                    assertThat(it.rule()).contains("given in person");
                });
        assertThat(found.against()).containsOnlyKeys(Modality.VIDEO);
    }

    @Test
    void where_the_payer_says_nothing_the_wish_only_stands_beside_the_session() {
        var ward = week(2);
        var maya = client(clinic.maya(ward));
        clinic.write(
                ward,
                "update sessions.session set modality = 'VIDEO' where local_date = ?",
                MONDAY.plusDays(4));
        wantsARoom(ward, maya);

        assertThat(find(ward, maya))
                .extracting(MakeUp::modality, MakeUp::wished, MakeUp::rule)
                .containsExactly(
                        tuple(Modality.IN_PERSON, true, ""),
                        tuple(Modality.IN_PERSON, true, ""),
                        tuple(Modality.VIDEO, false, ""));
    }

    /** Groups at noon on Monday, Wednesday and Friday, with so many seats. */
    private Ward week(int seats) {
        return week(clinic.open(), seats);
    }

    private Ward week(Ward ward, int seats) {
        for (var day : List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)) {
            ward.in(() ->
                    tracks.addBlock(
                            ward.permit(Action.SESSION_EDIT),
                            Ids.next(),
                            new TrackId(ward.track()),
                            new BlockPlan(
                                    day,
                                    LocalTime.of(12, 0),
                                    180,
                                    "Process group",
                                    ServiceType.GROUP_THERAPY,
                                    Modality.IN_PERSON,
                                    new RoomId(ward.room()),
                                    new StaffId(ward.lead()),
                                    null,
                                    MONDAY,
                                    null)));
        }
        ward.in(() ->
                        trackRules.keep(
                                ward.permit(Action.PLACEMENT_EDIT),
                                new TrackId(ward.track()),
                                new TrackTerms("English", 18, 99, Set.of(), seats)))
                .orThrow();
        return ward;
    }

    private List<MakeUp> find(Ward ward, ClientId client) {
        return ward.in(() -> finder.find(make(ward), client, MONDAY).sessions());
    }

    private List<SessionId> sessions(Ward ward, ClientId client) {
        return find(ward, client).stream().map(MakeUp::session).toList();
    }

    private Change<UUID> offer(Ward ward, ClientId client, List<SessionId> sessions) {
        return ward.in(() -> offers.offer(make(ward), Ids.next(), client, MONDAY, sessions, false));
    }

    private List<SessionId> seats(Ward ward, ClientId client) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        """
                                        select session_id from sessions.public_roster
                                        where client_id = :client order by local_date
                                        """)
                                .param("client", client.value())
                                .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                                .list()));
    }

    private static Permit make(Ward ward) {
        return ward.permit(Action.MAKE_UP_OFFER);
    }

    private static ClientId client(Clinic.Client client) {
        return new ClientId(client.id());
    }
}
