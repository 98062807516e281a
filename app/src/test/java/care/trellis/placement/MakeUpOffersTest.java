package care.trellis.placement;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.messages.Language;
import care.trellis.messages.Remind;
import care.trellis.messages.TextReceived;
import care.trellis.messages.Way;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.TrackId;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Offers of make-up sessions: two choices, seats held, one answer. */
@TrellisTest
class MakeUpOffersTest extends WeekOfGroups {

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

    private Change<UUID> offer(Ward ward, ClientId client, List<SessionId> sessions) {
        return ward.in(() -> offers.offer(make(ward), Ids.next(), client, MONDAY, sessions, false));
    }
}
