package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.measures.Respondents.Holder;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
@RecordApplicationEvents
class AnsweringTest {

    @Autowired Clinic clinic;
    @Autowired Giving giving;
    @Autowired Respondents respondents;
    @Autowired Answering answering;
    @Autowired Results results;
    @Autowired Alerts alerts;
    @Autowired AlertRaiser raiser;
    @Autowired Trends trends;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired care.trellis.base.SettableClock clock;
    @Autowired ApplicationEvents events;

    Ward ward;
    Client maya;

    @BeforeEach
    void givenMayaInAMorningGroup() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya);
    }

    @Test
    void a_code_is_typed_once_and_opens_its_own_sitting_only() {
        var given = given(Mode.TABLET, "PHQ-9");

        var first = respondents.exchange(ward.organization(), given.code().toLowerCase());
        var second = respondents.exchange(ward.organization(), given.code());

        assertThat(given.code()).hasSize(6);
        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        var holder = respondents.find(first.orElseThrow()).orElseThrow();
        assertThat(holder.sitting().client()).isEqualTo(client());
        var other = given(Mode.TABLET, "GAD-7");
        var theirs = ward.in(() -> sitting(other)).measures().getFirst();
        ward.run(() ->
                assertThatThrownBy(() -> answering.open(holder.permit(), theirs.id()))
                        .isInstanceOf(NotFound.class));
    }

    @Test
    void a_code_is_too_old_after_two_hours_and_a_link_after_three_days() {
        var code = given(Mode.TABLET, "GAD-7").code();
        var link = token(given(Mode.LINK, "GAD-7"));

        clock.advance(Duration.ofHours(2).plusSeconds(1));
        assertThat(respondents.exchange(ward.organization(), code)).isEmpty();
        assertThat(respondents.find(link)).isPresent();
        clock.advance(Duration.ofDays(3));

        assertThat(respondents.find(link)).isEmpty();
        assertThat(respondents.find("not a token")).isEmpty();
    }

    @Test
    void a_positive_item_9_raises_its_alert_with_the_answer_long_before_the_end() {
        var holder = holder(given(Mode.TABLET, "PHQ-9"));

        var answered = answer(holder, "9", 1);

        assertThat(answered).isEqualTo(new Answered.Kept(AlertClass.A2));
        var alert = ward.in(() -> alerts.open(ward.permit(Action.ALERT_ACT))).getFirst();
        assertThat(alert.cause()).isEqualTo("SI_ITEM9");
        assertThat(alert.owner()).isEqualTo(ward.lead());
        assertThat(alert.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
        assertThat(events.stream(AlertRaised.class))
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.client()).isEqualTo(client());
                    assertThat(raised.alertClass()).isEqualTo(AlertClass.A2);
                });
    }

    @Test
    void an_alert_stays_when_the_answer_is_taken_back_and_is_raised_once() {
        var holder = holder(given(Mode.TABLET, "PHQ-9"));

        answer(holder, "9", 2);
        answer(holder, "9", 3);
        var back = answer(holder, "9", 0);

        assertThat(back).isEqualTo(new Answered.Kept(null));
        assertThat(ward.in(() -> alerts.open(ward.permit(Action.ALERT_ACT)))).hasSize(1);
    }

    @Test
    void an_answer_whose_alert_cannot_be_kept_is_not_kept_either() {
        var holder = holder(given(Mode.TABLET, "PHQ-9"));
        var measure = holder.sitting().measures().getFirst();

        ward.run(() ->
                assertThatThrownBy(() ->
                                transaction.executeWithoutResult(status -> {
                                    answering.answer(
                                            holder.permit(),
                                            measure.id(),
                                            "9",
                                            1,
                                            Language.ENGLISH);
                                    throw new IllegalStateException("the machine stops here");
                                }))
                        .isInstanceOf(IllegalStateException.class));

        assertThat(ward.in(() -> alerts.open(ward.permit(Action.ALERT_ACT)))).isEmpty();
        assertThat(
                        rows(
                                "select count(*) from measures.answer where organization_id = :organization"))
                .isZero();
    }

    @Test
    void staff_who_copy_from_paper_raise_the_same_alert() {
        var given =
                done(
                        ward.in(() ->
                                giving.give(
                                        ward.permit(Action.MEASURE_GIVE),
                                        Ids.next(),
                                        client(),
                                        List.of("PHQ-9"),
                                        Mode.PAPER,
                                        Language.ENGLISH,
                                        Clinic.MONDAY)));
        var measure = ward.in(() -> sitting(given)).measures().getFirst();

        ward.in(() ->
                answering.answer(
                        ward.permit(Action.MEASURE_GIVE), measure.id(), "9", 3, Language.ENGLISH));

        assertThat(ward.in(() -> alerts.open(ward.permit(Action.ALERT_ACT)))).hasSize(1);
    }

    @Test
    void an_answer_that_is_none_is_refused_and_a_finished_measure_takes_none() {
        var holder = holder(given(Mode.TABLET, "GAD-7"));

        assertThat(answer(holder, "1", 7)).isEqualTo(new Answered.NotAnAnswer());
        assertThat(answer(holder, "99", 1)).isEqualTo(new Answered.NotAnAnswer());
        submit(holder);

        assertThat(answer(holder, "1", 1)).isEqualTo(new Answered.Over());
    }

    @Test
    void a_finished_measure_is_scored_once_with_the_version_it_was_given_in() {
        var holder = holder(given(Mode.TABLET, "GAD-7"));
        for (int item = 1; item <= 7; item++) {
            answer(holder, Integer.toString(item), 2);
        }

        var first = submit(holder);
        var again = submit(holder);

        assertThat(again).isEqualTo(first);
        assertThat(first.result().total()).isEqualByComparingTo("14");
        assertThat(first.result().severity()).isEqualTo("moderate");
        assertThat(first.version()).isEqualTo("1");
        assertThat(first.mode()).isEqualTo(Mode.TABLET);
        assertThat(first.takenOn()).isEqualTo(Clinic.MONDAY);
    }

    @Test
    void a_blank_item_9_asks_staff_to_ask_before_the_client_leaves() {
        var holder = holder(given(Mode.TABLET, "PHQ-9"));
        answer(holder, "9", null);

        submit(holder);

        assertThat(ward.in(() -> alerts.open(ward.permit(Action.ALERT_ACT))))
                .singleElement()
                .satisfies(alert -> assertThat(alert.cause()).isEqualTo("SI_ITEM_MISSING"));
    }

    @Test
    void a_correction_is_a_next_version_with_its_reason_and_the_first_stays() {
        var holder = holder(given(Mode.TABLET, "GAD-7"));
        for (int item = 1; item <= 7; item++) {
            answer(holder, Integer.toString(item), 2);
        }
        var first = submit(holder);
        var codes = new java.util.LinkedHashMap<String, @Nullable Integer>(first.answers());
        codes.put("1", 3);

        var corrected =
                ward.in(() ->
                        results.correct(
                                ward.permit(Action.MEASURE_CORRECT),
                                Ids.next(),
                                client(),
                                first.id(),
                                codes,
                                Correction.CLIENT_CORRECTED));

        assertThat(corrected).isInstanceOf(Change.Done.class);
        var opened =
                ward.in(() -> results.open(ward.permit(Action.MEASURE_VIEW), client(), first.id()));
        assertThat(opened.versions()).hasSize(2);
        assertThat(opened.standing().result().total()).isEqualByComparingTo("15");
        assertThat(opened.versions().getLast()).isEqualTo(first);
    }

    @Test
    void what_somebody_else_answered_is_withdrawn_and_stands_in_no_trend() {
        var holder = holder(given(Mode.TABLET, "GAD-7"));
        for (int item = 1; item <= 7; item++) {
            answer(holder, Integer.toString(item), 2);
        }
        var first = submit(holder);

        ward.in(() ->
                results.correct(
                        ward.permit(Action.MEASURE_CORRECT),
                        Ids.next(),
                        client(),
                        first.id(),
                        Map.of(),
                        Correction.NOT_THIS_CLIENT));

        var charted =
                ward.in(() ->
                        trends.history(ward.permit(Action.MEASURE_VIEW), client(), Clinic.MONDAY)
                                .newest());
        assertThat(charted.orElseThrow().trends()).isEmpty();
    }

    @Test
    void suicide_is_asked_by_link_only_when_somebody_answers_at_any_hour() {
        var refused =
                ward.in(() ->
                        giving.give(
                                ward.permit(Action.MEASURE_GIVE),
                                Ids.next(),
                                client(),
                                List.of("PHQ-9"),
                                Mode.LINK,
                                Language.SPANISH,
                                null));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        it -> assertThat(it.problems().toString()).contains("NO_RESPONSE_PATH"));
        ward.in(() -> giving.nameResponsePhone(ward.permit(Action.MEASURE_SETTINGS), "555-0100"));
        assertThat(given(Mode.LINK, "PHQ-9").path()).startsWith("/answer/");
    }

    private Given given(Mode mode, String... instruments) {
        return done(
                ward.in(() ->
                        giving.give(
                                ward.permit(Action.MEASURE_GIVE),
                                Ids.next(),
                                client(),
                                List.of(instruments),
                                mode,
                                Language.ENGLISH,
                                null)));
    }

    private static Given done(Change<Given> change) {
        return change.orThrow();
    }

    private Sitting sitting(Given given) {
        return giving.one(ward.permit(Action.MEASURE_GIVE), client(), given.sitting());
    }

    private Holder holder(Given given) {
        var token = respondents.exchange(ward.organization(), given.code()).orElseThrow();
        return respondents.find(token).orElseThrow();
    }

    private static String token(Given given) {
        return given.path().substring("/answer/".length());
    }

    private Answered answer(Holder holder, String item, @Nullable Integer code) {
        var measure = holder.sitting().measures().getFirst();
        return ward.in(() ->
                answering.answer(holder.permit(), measure.id(), item, code, Language.ENGLISH));
    }

    private Outcome submit(Holder holder) {
        var measure = holder.sitting().measures().getFirst();
        return ward.in(() -> answering.submit(holder.permit(), measure.id(), ""));
    }

    private long rows(String sql) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(sql)
                                .param("organization", ward.organization().value())
                                .query(Long.class)
                                .single()));
    }

    private ClientId client() {
        UUID id = maya.id();
        return new ClientId(id);
    }
}
