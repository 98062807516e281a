package care.trellis.ledger;

import care.trellis.base.OrganizationId;
import care.trellis.clients.ClientId;
import care.trellis.engine.rulebook.LocalOverride;
import care.trellis.ledger.ReplayedDay.Said;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides weeks twice, as they stand and as if a contract had other overrides, by the same
 * judgement that the kept weeks come from. Weeks go in the order of time, and what the supposed
 * days draw from an authorization is taken along, so that a day won early can cost a day later.
 * Nothing is written.
 */
@Component
class Replayer {

    private final Keeper keeper;
    private final WeekFactRecords facts;
    private final WeekJudge judge;
    private final Clock clock;

    Replayer(Keeper keeper, WeekFactRecords facts, WeekJudge judge, Clock clock) {
        this.keeper = keeper;
        this.facts = facts;
        this.judge = judge;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param monday first day of the span
     * @param to last day of the span
     */
    record Question(UUID contract, List<LocalOverride> overrides, LocalDate monday, LocalDate to) {}

    /** What came of some clients: names are left to whoever shows them. */
    record Answer(
            List<ReplayedDay> differences,
            int weeks,
            int days,
            long beforeCents,
            long afterCents) {}

    /**
     * Asks for some clients. Their weeks are made current first, as for any reader, because what
     * they draw is read from what is kept.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Answer of(OrganizationId organization, Question question, Collection<UUID> clients) {
        for (var monday = question.monday();
                !monday.isAfter(question.to());
                monday = monday.plusWeeks(1)) {
            keeper.settle(organization, monday, List.of(), clients);
        }
        var now = clock.instant();
        var sums = new Sums(question.contract());
        var drawn = new HashMap<UUID, Map<UUID, BigDecimal>>();
        for (var monday = question.monday();
                !monday.isAfter(question.to());
                monday = monday.plusWeeks(1)) {
            var read = facts.of(organization, monday, clients);
            for (var week : read.weeks()) {
                var more = drawn.computeIfAbsent(week.client(), client -> new HashMap<>());
                var supposed = week.supposing(question.contract(), question.overrides(), more);
                var before = judge.judge(week, read.fees(), now);
                var after = judge.judge(supposed, read.fees(), now);
                for (int i = 0; i < week.grants().size(); i++) {
                    more.put(
                            week.grants().get(i).id(),
                            after.used(supposed.grants().get(i))
                                    .subtract(before.used(week.grants().get(i))));
                }
                sums.add(before, after);
            }
        }
        return sums.answer();
    }

    /** Adds up what weeks say. */
    private static final class Sums {

        private final UUID contract;
        private final List<ReplayedDay> differences = new ArrayList<>();
        private int weeks;
        private int days;
        private long beforeCents;
        private long afterCents;

        Sums(UUID contract) {
            this.contract = contract;
        }

        void add(JudgedWeek before, JudgedWeek after) {
            weeks++;
            for (int i = 0; i < before.days().size(); i++) {
                var was = before.days().get(i);
                var said = Said.of(was);
                var wouldSay = Said.of(after.days().get(i));
                if (concerns(was)) {
                    days++;
                    beforeCents += said.billable().cents();
                    afterCents += wouldSay.billable().cents();
                }
                if (!said.equals(wouldSay)) {
                    differences.add(
                            new ReplayedDay(
                                    new ClientId(before.facts().client()),
                                    "",
                                    was.date(),
                                    said,
                                    wouldSay));
                }
            }
        }

        private boolean concerns(JudgedWeek.JudgedDay day) {
            var coverage = day.coverage();
            var agreed = coverage == null ? null : coverage.contract();
            return agreed != null && agreed.id().equals(contract);
        }

        Answer answer() {
            return new Answer(List.copyOf(differences), weeks, days, beforeCents, afterCents);
        }
    }
}
