package care.trellis.ledger;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Change;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import care.trellis.payers.LocalRules;
import care.trellis.payers.OverrideDetails;
import care.trellis.payers.ProposalId;
import care.trellis.payers.Publication;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
@Import(LivedWeek.class)
class ReplayTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final UUID SECOND = new UUID(7, 7);

    @Autowired Ledger ledger;
    @Autowired Replays replays;
    @Autowired Replayer replayer;
    @Autowired LocalRules rules;
    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_replay_without_a_change_says_what_the_ledger_says() {
        var ward = fourWeeks();
        var live = live(ward);

        var answer =
                ward.in(() ->
                        transaction.execute(status ->
                                replayer.of(
                                        ward.organization(),
                                        new Replayer.Question(
                                                ward.contract(),
                                                List.of(),
                                                MONDAY,
                                                MONDAY.plusDays(34)),
                                        clients(ward))));

        assertThat(answer).isNotNull();
        assertThat(answer.differences()).isEmpty();
        assertThat(answer.days()).isEqualTo(live.size());
        assertThat(new Money(answer.beforeCents())).isEqualTo(billable(live));
        assertThat(answer.afterCents()).isEqualTo(answer.beforeCents());
    }

    @Test
    void after_publishing_the_ledger_equals_the_replay_on_every_client_day() {
        var ward = fourWeeks();
        var before = live(ward);
        var proposal = propose(ward, "rules/day-minutes/at_least", "150", MONDAY.plusDays(2));

        var replay = replay(ward, proposal);
        var differences = differences(ward, replay);
        assertThat(publish(ward, proposal)).isInstanceOf(Publication.Published.class);

        var expected = new TreeMap<>(before);
        for (var day : differences) {
            var key = key(day.client().value(), day.date());
            assertThat(before.get(key)).as(key).isEqualTo(figures(day.before()));
            expected.put(key, figures(day.after()));
        }
        assertThat(differences).isNotEmpty();
        assertThat(live(ward)).isEqualTo(expected);
        assertThat(replay.before()).isEqualTo(billable(before));
        assertThat(replay.after()).isEqualTo(billable(expected));
    }

    @Test
    void a_day_won_early_costs_the_authorization_a_later_one_in_the_replay_too() {
        var ward = clinic.open("TRICARE_IOP", false);
        var maya = clinic.maya(ward);
        lived.grant(ward, maya, 4, MONDAY, MONDAY.plusDays(60));
        for (int week = 0; week < 2; week++) {
            for (int day = 0; day < 3; day++) {
                lived.group(
                        ward, maya, MONDAY.plusWeeks(week).plusDays(day), NINE, 110 + 10 * week);
            }
        }
        clock.set(Instant.parse("2026-03-20T16:00:00Z"));
        var before = live(ward);
        var proposal = propose(ward, "rules/day-minutes/at_least", "100", MONDAY);

        var differences = differences(ward, replay(ward, proposal));
        publish(ward, proposal);

        assertThat(differences)
                .extracting(it -> it.date() + " " + it.before().state() + " " + it.after().state())
                .contains("2026-03-02 NOT_BILLABLE BILLABLE", "2026-03-11 BILLABLE HOLD");
        var expected = new TreeMap<>(before);
        differences.forEach(
                it -> expected.put(key(it.client().value(), it.date()), figures(it.after())));
        assertThat(live(ward)).isEqualTo(expected);
    }

    @Test
    void a_replay_leaves_the_kept_ledger_as_it_was() {
        var ward = fourWeeks();
        live(ward);
        var proposal = propose(ward, "rules/day-minutes/at_least", "150", MONDAY);
        replay(ward, proposal);
        var kept = kept(ward);

        replay(ward, proposal);

        assertThat(kept(ward)).isEqualTo(kept);
    }

    @Test
    void nothing_is_published_without_a_replay_of_exactly_this_proposal() {
        var ward = fourWeeks();
        var first = propose(ward, "rules/day-minutes/at_least", "150", MONDAY);
        var second = propose(ward, "rules/note-signed/if_broken", "not_billable", MONDAY);

        assertThat(refusal(publish(ward, first))).contains("Replay the proposal first");
        replay(ward, first);
        replay(ward, second);
        assertThat(publish(ward, first)).isInstanceOf(Publication.Published.class);
        assertThat(refusal(publish(ward, second)))
                .contains("The rules of this contract changed after the replay");
        replay(ward, second);
        assertThat(publish(ward, second)).isInstanceOf(Publication.Published.class);
    }

    @Test
    void a_replay_is_good_for_a_day() {
        var ward = fourWeeks();
        var proposal = propose(ward, "rules/day-minutes/at_least", "150", MONDAY);
        replay(ward, proposal);
        clock.set(clock.instant().plus(Duration.ofHours(25)));

        assertThat(refusal(publish(ward, proposal))).contains("older than a day");
    }

    @Test
    void who_wrote_a_proposal_cannot_publish_it() {
        var ward = fourWeeks();
        var proposal = propose(ward, "rules/day-minutes/at_least", "150", MONDAY);
        replay(ward, proposal);

        var answer = ward.in(() -> replays.publish(ward.permit(Action.RULE_PUBLISH), proposal));

        assertThat(refusal(answer)).contains("You wrote this proposal");
    }

    @Test
    void the_reasons_of_a_day_cite_the_override_with_its_author_and_reason() {
        var ward = fourWeeks();
        var maya = clients(ward).iterator().next();
        var proposal = propose(ward, "rules/day-minutes/at_least", "150", MONDAY);
        replay(ward, proposal);
        publish(ward, proposal);

        var reasons =
                ward.in(() ->
                        ledger.reasons(
                                ward.permit(Action.LEDGER_VIEW), new ClientId(maya), MONDAY));

        assertThat(reasons.ruleVersion()).contains("+");
        assertThat(reasons.checks())
                .anySatisfy(check ->
                        assertThat(check.citation())
                                .startsWith(
                                        "local override by Maria Ortiz, in force since 2026-03-02:"
                                                + " amendment 3"));
    }

    @Test
    void an_override_ends_the_way_it_came_and_the_days_after_it_follow_the_book_again() {
        var ward = fourWeeks();
        var before = live(ward);
        var proposal = propose(ward, "rules/day-minutes/at_least", "150", MONDAY);
        replay(ward, proposal);
        publish(ward, proposal);
        assertThat(live(ward)).isNotEqualTo(before);

        var end =
                ward.in(() ->
                                rules.proposeEnd(
                                        ward.permit(Action.RULE_PROPOSE),
                                        proposal,
                                        MONDAY.minusDays(1),
                                        "it was never agreed"))
                        .orThrow();
        replay(ward, end);
        assertThat(publish(ward, end)).isInstanceOf(Publication.Published.class);

        assertThat(live(ward)).isEqualTo(before);
    }

    @Test
    void what_cannot_stand_is_refused_with_the_reason_at_its_field() {
        var ward = fourWeeks();
        assertThat(problem(ward, "rules/day-minutes/at_least", "many", MONDAY))
                .startsWith("value: ")
                .contains("number");
        assertThat(problem(ward, "rules/no-such-rule/at_least", "150", MONDAY))
                .contains("There is no");
        assertThat(problem(ward, "rules/day-minutes/at_least", "120", MONDAY))
                .contains("asks already");
        assertThat(problem(ward, "rules/day-minutes/at_least", "150", LocalDate.of(2025, 1, 6)))
                .startsWith("from: Begin on");
        assertThat(problem(ward, "version", "2", MONDAY)).contains("cannot be overridden");
    }

    /** Maya comes for three hours, or a little less, on three days of four weeks. */
    private Ward fourWeeks() {
        var ward = clinic.open("TRICARE_IOP", false);
        var maya = clinic.maya(ward);
        var theo = clinic.theo(ward);
        for (int week = 0; week < 4; week++) {
            for (int day = 0; day < 3; day++) {
                var date = MONDAY.plusWeeks(week).plusDays(day);
                lived.group(ward, maya, date, NINE, day == 1 ? 170 : 190);
                lived.group(ward, theo, date, LocalTime.of(13, 0), 140 + 10 * week);
            }
        }
        clinic.session(ward, MONDAY.plusWeeks(4), NINE, 180, maya, theo);
        clock.set(Instant.parse("2026-03-29T16:00:00Z"));
        return ward;
    }

    private ProposalId propose(Ward ward, String path, String value, LocalDate from) {
        return ward.in(() ->
                        rules.propose(
                                ward.permit(Action.RULE_PROPOSE),
                                new ContractId(ward.contract()),
                                new OverrideDetails(
                                        path, value, "amendment 3 to the contract", from, null)))
                .orThrow();
    }

    private String problem(Ward ward, String path, String value, LocalDate from) {
        var change =
                ward.in(() ->
                        rules.propose(
                                ward.permit(Action.RULE_PROPOSE),
                                new ContractId(ward.contract()),
                                new OverrideDetails(path, value, "to try", from, null)));
        return change instanceof Change.Refused<ProposalId>(var problems)
                ? problems.getFirst().field() + ": " + problems.getFirst().message()
                : "accepted";
    }

    private Replay replay(Ward ward, ProposalId proposal) {
        return ward.in(() -> {
            var permit = ward.permit(Action.RULE_PROPOSE);
            var id = replays.start(permit, proposal);
            var replay = replays.step(permit, id);
            while (!replay.finished()) {
                replay = replays.step(permit, id);
            }
            return replay;
        });
    }

    private List<ReplayedDay> differences(Ward ward, Replay replay) {
        return ward.in(() -> replays.differences(ward.permit(Action.RULE_PROPOSE), replay.id()));
    }

    private Publication publish(Ward ward, ProposalId proposal) {
        var second =
                new Actor(
                        ward.organization(),
                        SECOND,
                        null,
                        "Dana Cole",
                        Set.of(Role.COMPLIANCE),
                        Set.of());
        var permit = Permit.granted(second, Action.RULE_PUBLISH, Permit.Purpose.PAYMENT, null);
        return ward.in(() -> replays.publish(permit, proposal));
    }

    private static String refusal(Publication publication) {
        return publication instanceof Publication.Refused(var reason) ? reason : "published";
    }

    private record Figures(
            DayState state, @Nullable String reason, int countable, String units, Money expected) {}

    private static Figures figures(ReplayedDay.Said said) {
        return new Figures(
                said.state(),
                said.reason(),
                said.countable(),
                plain(said.units()),
                said.expected());
    }

    private static String plain(BigDecimal units) {
        return units.stripTrailingZeros().toPlainString();
    }

    private static String key(UUID client, LocalDate date) {
        return client + " " + date;
    }

    private Map<String, Figures> live(Ward ward) {
        var live = new TreeMap<String, Figures>();
        for (int week = 0; week < 5; week++) {
            var monday = MONDAY.plusWeeks(week);
            ward.in(() -> ledger.days(ward.permit(Action.LEDGER_VIEW), monday))
                    .forEach(day ->
                            live.put(
                                    key(day.client().value(), day.date()),
                                    new Figures(
                                            day.state(),
                                            day.reason(),
                                            day.countable(),
                                            plain(day.units()),
                                            day.expected())));
        }
        return live;
    }

    private static Money billable(Map<String, Figures> days) {
        return new Money(
                days.values().stream()
                        .filter(day -> day.state() == DayState.BILLABLE)
                        .mapToLong(day -> day.expected().cents())
                        .sum());
    }

    private List<UUID> clients(Ward ward) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        "select id from clients.client where organization_id = :organization order by given_name")
                                .param("organization", ward.organization().value())
                                .query(UUID.class)
                                .list()));
    }

    private List<String> kept(Ward ward) {
        return ward.in(() ->
                transaction.execute(status ->
                        jdbc.sql(
                                        """
                                        select row_to_json(w)::text from ledger.kept_week w
                                        where w.organization_id = :organization
                                        union all
                                        select row_to_json(d)::text from ledger.kept_day d
                                        where d.organization_id = :organization
                                        union all
                                        select row_to_json(s)::text from ledger.stale s
                                        where s.organization_id = :organization
                                        order by 1
                                        """)
                                .param("organization", ward.organization().value())
                                .query(String.class)
                                .list()));
    }
}
