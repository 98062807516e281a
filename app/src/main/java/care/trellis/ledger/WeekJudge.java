package care.trellis.ledger;

import care.trellis.engine.rulebook.DayDecision;
import care.trellis.engine.rulebook.Decision;
import care.trellis.engine.rulebook.Decisions;
import care.trellis.engine.rulebook.Hold;
import care.trellis.engine.rulebook.OverrideOutcome;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Stage;
import care.trellis.engine.rulebook.Status;
import care.trellis.ledger.JudgedWeek.JudgedDay;
import care.trellis.payers.EffectiveRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides one client's week. Pure but for the library of rulebooks, which never changes while the
 * program runs; what a contract changes in it is among the facts. The same facts at the same time
 * give the same answer, so that it can be thrown away and made again.
 */
@Component
class WeekJudge {

    private final EffectiveRules rules;

    WeekJudge(EffectiveRules rules) {
        this.rules = rules;
    }

    /**
     * Whether a rulebook of this version decides days of the week now: else what is kept is old.
     * What a contract changed stands behind a plus sign; its weeks are marked when that changes.
     */
    boolean decidesBy(String ruleSet, String version, LocalDate monday) {
        int plus = version.indexOf('+');
        var published = plus < 0 ? version : version.substring(0, plus);
        var first = rules.rulebook(ruleSet, List.of(), monday);
        var last = rules.rulebook(ruleSet, List.of(), monday.plusDays(6));
        return (first != null && published.equals(first.version()))
                || (last != null && published.equals(last.version()));
    }

    /** The rulebook that decides a day under a contract; null where none can. */
    @Nullable Rulebook rulebook(WeekFacts.Contract contract, LocalDate day) {
        return rules.rulebook(contract.ruleSet(), contract.overrides(), day);
    }

    JudgedWeek judge(WeekFacts facts, Map<UUID, List<WeekFacts.Fee>> fees, Instant now) {
        var today = now.atZone(facts.zone()).toLocalDate();
        var asOf = clamp(today, facts.monday(), facts.monday().plusDays(7));
        var days = drafts(facts);
        var judged = new TreeMap<LocalDate, JudgedDay>();
        var groups = new LinkedHashMap<PayerStay, List<DayDraft>>();
        for (var day : days) {
            if (day.payerStay() == null) {
                judged.put(day.date, day.blocked(now));
            } else {
                groups.computeIfAbsent(day.payerStay(), key -> new ArrayList<>()).add(day);
            }
        }
        Integer needed = null;
        for (var group : groups.entrySet()) {
            var contractFees = fees.getOrDefault(group.getKey().contract.id(), List.of());
            var payerWeek =
                    new PayerWeek(
                            facts,
                            group.getKey(),
                            group.getValue(),
                            whole(groups, group.getKey()),
                            contractFees,
                            asOf,
                            now);
            payerWeek.decide().forEach(day -> judged.put(day.date(), day));
            needed = needed == null ? payerWeek.needed : needed;
        }
        var first = groups.isEmpty() ? null : groups.firstEntry().getKey();
        return new JudgedWeek(
                facts,
                asOf,
                hash(facts, first, fees, asOf, now),
                validUntil(facts, today, now),
                first == null ? null : first.contract.id(),
                first == null ? null : first.contract.ruleSet(),
                first == null ? null : first.rulebook.version(),
                facts.stays().isEmpty() ? null : facts.stays().getFirst().planMinutes(),
                needed,
                List.copyOf(judged.values()));
    }

    /** The days that one payer looks at during one stay: they are decided together. */
    private record PayerStay(WeekFacts.Contract contract, WeekFacts.Stay stay, Rulebook rulebook) {

        boolean sameWeek(PayerStay other) {
            return contract.equals(other.contract) && stay.equals(other.stay);
        }
    }

    /**
     * The whole week of a payer and a stay. Where its rules change within the week, each day is
     * decided by the rules of that day, but what is asked of a week is asked of all of it.
     */
    private static List<DayDraft> whole(
            Map<PayerStay, List<DayDraft>> groups, PayerStay payerStay) {
        var whole = new ArrayList<DayDraft>();
        groups.forEach((other, days) -> {
            if (other.sameWeek(payerStay)) {
                whole.addAll(days);
            }
        });
        whole.sort(Comparator.comparing(day -> day.date));
        return whole;
    }

    private List<DayDraft> drafts(WeekFacts facts) {
        var byDay = new TreeMap<LocalDate, List<WeekFacts.Seat>>();
        for (var seat : facts.seats()) {
            byDay.computeIfAbsent(seat.meeting().date(), day -> new ArrayList<>()).add(seat);
        }
        var drafts = new ArrayList<DayDraft>();
        byDay.forEach((day, seats) -> drafts.add(new DayDraft(facts, day, seats)));
        return drafts;
    }

    /** One day before its rules are asked: what it is made of, and whom to ask. */
    private final class DayDraft {

        final LocalDate date;
        final List<WeekFacts.Seat> seats;
        final WeekFacts facts;
        final WeekFacts.@Nullable Stay stay;
        final WeekFacts.@Nullable Coverage coverage;

        DayDraft(WeekFacts facts, LocalDate date, List<WeekFacts.Seat> seats) {
            this.facts = facts;
            this.date = date;
            this.seats = seats;
            this.stay =
                    facts.stays().stream().filter(it -> it.covers(date)).findFirst().orElse(null);
            this.coverage =
                    facts.coverages().stream()
                            .filter(it -> it.covers(date))
                            .findFirst()
                            .orElse(null);
        }

        @Nullable PayerStay payerStay() {
            var contract = contract();
            if (stay == null || contract == null) {
                return null;
            }
            var rulebook = rulebook(contract, date);
            return rulebook == null ? null : new PayerStay(contract, stay, rulebook);
        }

        private WeekFacts.@Nullable Contract contract() {
            var contract = coverage == null ? null : coverage.contract();
            return contract != null && contract.inForce(date) ? contract : null;
        }

        boolean over(Instant now) {
            return seats.stream().noneMatch(seat -> seat.meeting().ends().isAfter(now));
        }

        int scheduled() {
            return seats.stream().mapToInt(seat -> SeatMinutes.scheduled(seat.meeting())).sum();
        }

        int attended(Instant now) {
            return seats.stream().mapToInt(seat -> SeatMinutes.attended(seat, now)).sum();
        }

        int ahead(Instant now) {
            return seats.stream().mapToInt(seat -> SeatMinutes.ahead(seat, now)).sum();
        }

        int documented(Instant now) {
            return seats.stream()
                    .filter(seat -> seat.note() != null)
                    .mapToInt(seat -> SeatMinutes.attended(seat, now))
                    .sum();
        }

        @Nullable Check unmarked() {
            return seats.stream()
                    .filter(WeekFacts.Seat::unmarked)
                    .findFirst()
                    .map(seat -> Checks.unmarked(seat, facts.zone()))
                    .orElse(null);
        }

        /** A day that no rulebook can be asked about. */
        JudgedDay blocked(Instant now) {
            var contract = contract();
            Check why;
            if (stay == null) {
                why = Checks.noEpisode(date);
            } else if (coverage == null) {
                why = Checks.noCoverage(date);
            } else if (contract == null) {
                why = Checks.noContract(coverage);
            } else if (rules.on(contract.ruleSet(), contract.overrides(), date)
                    instanceof OverrideOutcome.Refused(var override, var because)) {
                why = Checks.overrideCannotStand(override, because);
            } else {
                why = Checks.unknownRules(contract);
            }
            return undecided(now, why, 0);
        }

        /** A day without a single minute, or without rules: planned, on hold, or lost. */
        JudgedDay undecided(Instant now, @Nullable Check blocker, long planned) {
            var own = new ArrayList<Check>();
            var unmarked = unmarked();
            DayState state;
            Check reason;
            if (!over(now)) {
                state = DayState.PLANNED;
                reason = null;
            } else if (attended(now) > 0 && blocker != null) {
                state = DayState.HOLD;
                reason = blocker;
            } else if (unmarked != null) {
                state = DayState.HOLD;
                reason = unmarked;
            } else {
                boolean present = seats.stream().anyMatch(WeekFacts.Seat::present);
                state = DayState.NOT_BILLABLE;
                reason = present ? Checks.nothingAttended() : Checks.absent();
            }
            if (reason != null) {
                own.add(reason);
            }
            if (blocker != null && blocker != reason) {
                own.add(blocker);
            }
            return new JudgedDay(
                    date,
                    coverage,
                    scheduled(),
                    attended(now),
                    documented(now),
                    0,
                    ahead(now),
                    null,
                    BigDecimal.ZERO,
                    state,
                    reason,
                    null,
                    state == DayState.NOT_BILLABLE ? 0 : planned,
                    List.of(),
                    seats,
                    null,
                    null,
                    own);
        }
    }

    /** The days of one week that one payer decides together. */
    private static final class PayerWeek {

        private final WeekFacts facts;
        private final PayerStay payer;
        private final List<DayDraft> days;
        private final List<DayDraft> whole;
        private final List<WeekFacts.Fee> fees;
        private final LocalDate asOf;
        private final Instant now;
        private @Nullable Integer needed;

        PayerWeek(
                WeekFacts facts,
                PayerStay payer,
                List<DayDraft> days,
                List<DayDraft> whole,
                List<WeekFacts.Fee> fees,
                LocalDate asOf,
                Instant now) {
            this.facts = facts;
            this.payer = payer;
            this.days = days;
            this.whole = whole;
            this.fees = fees;
            this.asOf = asOf;
            this.now = now;
        }

        /**
         * Asks the rulebook once for each authorization that covers a day. A day that finds its
         * authorization used up tries the next one that covers it.
         */
        List<JudgedDay> decide() {
            var place = new HashMap<LocalDate, Integer>();
            while (true) {
                var decisions = new HashMap<@Nullable UUID, Decision>();
                var judged = new ArrayList<JudgedDay>();
                boolean moved = false;
                for (var day : days) {
                    var grants = grants(day.date);
                    int at = place.getOrDefault(day.date, 0);
                    var grant = grants.isEmpty() ? null : grants.get(at);
                    var decision =
                            decisions.computeIfAbsent(
                                    grant == null ? null : grant.id(),
                                    id -> decide(grant, drawnBefore(grant, judged)));
                    var said = said(decision, day.date);
                    if (said != null && exhausted(said) && at + 1 < grants.size()) {
                        place.put(day.date, at + 1);
                        moved = true;
                    }
                    judged.add(judge(day, decision, said, grant));
                }
                if (!moved) {
                    return judged;
                }
            }
        }

        /** Those that cover the day, the first to end first; else the nearest, to name it. */
        private List<WeekFacts.Grant> grants(LocalDate day) {
            var ours =
                    facts.grants().stream()
                            .filter(grant -> grant.contract().equals(payer.contract.id()))
                            .toList();
            var covering = ours.stream().filter(grant -> grant.covers(day)).toList();
            if (!covering.isEmpty() || !payer.contract.authorizationRequired()) {
                return covering;
            }
            var ended = ours.stream().filter(grant -> grant.to().isBefore(day)).toList();
            if (!ended.isEmpty()) {
                return List.of(ended.getLast());
            }
            return ours.isEmpty() ? List.of() : List.of(ours.getFirst());
        }

        /**
         * Units of earlier days of this week, which hang on other authorizations: the engine draws
         * them here too, so as much is lent.
         */
        private static BigDecimal drawnBefore(
                WeekFacts.@Nullable Grant grant, List<JudgedDay> earlier) {
            var drawn = BigDecimal.ZERO;
            for (var day : earlier) {
                var said = day.decision();
                if (grant != null && said != null && said.status() != Status.NOT_BILLABLE) {
                    drawn = drawn.add(units(grant, said));
                }
            }
            return drawn;
        }

        private Decision decide(WeekFacts.@Nullable Grant grant, BigDecimal spared) {
            var seats = new ArrayList<WeekFacts.Seat>();
            var holds = new ArrayList<Hold>();
            for (var day : whole) {
                seats.addAll(day.seats);
                if (payer.stay.part2() && !consented(day.date)) {
                    holds.add(noConsent(day.date));
                }
            }
            return Decisions.decide(
                    EngineWeek.of(facts, payer.stay, seats, new Prices(fees, false), asOf, now),
                    payer.rulebook,
                    EngineWeek.authorization(grant, payer.contract.authorizationRequired(), spared),
                    holds);
        }

        private boolean consented(LocalDate day) {
            var today = now.atZone(facts.zone()).toLocalDate();
            return facts.consents().stream().anyMatch(consent -> consent.allows(day, today));
        }

        private static Hold noConsent(LocalDate day) {
            return new Hold(
                    "NO_CONSENT_FOR_PAYMENT",
                    Stage.COVERAGE,
                    day,
                    "no consent to tell the payer is in force for " + day,
                    "42 CFR 2.31 and 2.33: a Part 2 program tells a payer nothing without the client's consent",
                    "ask for the signature",
                    "front desk");
        }

        private JudgedDay judge(
                DayDraft day,
                Decision decision,
                @Nullable DayDecision said,
                WeekFacts.@Nullable Grant grant) {
            needed = decision.week().neededMinutes();
            boolean perService = Boolean.TRUE.equals(decision.claim().hcpcsRequired());
            var prices = new Prices(fees, perService);
            if (said == null) {
                return day.undecided(now, null, prices.planned(day.date, day.seats));
            }
            var priced = prices.of(said, day.seats);
            var own = new ArrayList<Check>();
            if (priced.missing() != null) {
                own.add(priced.missing());
            }
            var unmarked = day.unmarked();
            if (unmarked != null && day.over(now)) {
                own.add(unmarked);
            }
            var state = state(day, said, priced, unmarked);
            var reason = reason(state, said, own);
            var covering = grant != null && grant.covers(day.date) ? grant : null;
            return new JudgedDay(
                    day.date,
                    day.coverage,
                    day.scheduled(),
                    day.attended(now),
                    day.documented(now),
                    said.countableMinutes(),
                    day.ahead(now),
                    covering,
                    covering != null && draws(said) ? units(covering, said) : BigDecimal.ZERO,
                    state,
                    reason,
                    person(day, reason),
                    state == DayState.PLANNED
                            ? prices.planned(day.date, day.seats)
                            : priced.cents(),
                    priced.lines(),
                    day.seats,
                    said,
                    decision.week(),
                    List.copyOf(own));
        }

        private DayState state(
                DayDraft day, DayDecision said, Prices.Priced priced, @Nullable Check unmarked) {
            if (!day.over(now)) {
                return DayState.PLANNED;
            }
            return switch (said.status()) {
                case BILLABLE -> priced.missing() == null ? DayState.BILLABLE : DayState.HOLD;
                case HOLD -> DayState.HOLD;
                case NOT_BILLABLE -> unmarked == null ? DayState.NOT_BILLABLE : DayState.HOLD;
            };
        }

        private static @Nullable Check reason(DayState state, DayDecision said, List<Check> own) {
            if (state == DayState.BILLABLE || state == DayState.PLANNED) {
                return null;
            }
            if (state == DayState.HOLD && said.status() == Status.NOT_BILLABLE) {
                return own.getLast();
            }
            return said.because().isEmpty()
                    ? own.getFirst()
                    : Checks.of(said.because().getFirst(), true);
        }

        /** The lead of the session whose note is missing: nobody else can sign it. */
        private static @Nullable UUID person(DayDraft day, @Nullable Check reason) {
            if (reason == null || !reason.code().equals("NOTE_NOT_SIGNED")) {
                return null;
            }
            for (var seat : day.seats) {
                if (seat.meeting().id().equals(reason.session())) {
                    return seat.meeting().lead();
                }
            }
            return null;
        }

        private static @Nullable DayDecision said(Decision decision, LocalDate date) {
            for (var day : decision.days()) {
                if (day.date().equals(date)) {
                    return day;
                }
            }
            return null;
        }

        private static boolean exhausted(DayDecision said) {
            return said.because().stream()
                    .anyMatch(finding -> finding.reason().endsWith("_EXHAUSTED"));
        }

        /** As the engine draws: every day that can be billed, or still may. */
        private static boolean draws(DayDecision said) {
            return said.status() != Status.NOT_BILLABLE
                    && said.because().stream()
                            .noneMatch(finding -> finding.stage() == Stage.AUTHORIZATION);
        }

        private static BigDecimal units(WeekFacts.Grant grant, DayDecision said) {
            return grant.unit().equals("HOUR")
                    ? BigDecimal.valueOf(Math.max(1, said.countableMinutes()))
                            .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                    : BigDecimal.ONE;
        }
    }

    private static LocalDate clamp(LocalDate day, LocalDate first, LocalDate last) {
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }

    /** The next moment at which a session is over or, inside the week, another day begins. */
    private static @Nullable Instant validUntil(WeekFacts facts, LocalDate today, Instant now) {
        Instant next = null;
        for (var seat : facts.seats()) {
            var ends = seat.meeting().ends();
            if (ends.isAfter(now) && (next == null || ends.isBefore(next))) {
                next = ends;
            }
        }
        if (!today.isAfter(facts.sunday())) {
            var day = today.isBefore(facts.monday()) ? facts.monday() : today;
            var midnight = day.plusDays(1).atStartOfDay(facts.zone()).toInstant();
            next = next == null || midnight.isBefore(next) ? midnight : next;
        }
        return next;
    }

    private static byte[] hash(
            WeekFacts facts,
            @Nullable PayerStay payer,
            Map<UUID, List<WeekFacts.Fee>> fees,
            LocalDate asOf,
            Instant now) {
        var text = new StringBuilder(4096).append(facts).append(asOf);
        for (var seat : facts.seats()) {
            text.append(seat.meeting().ends().isAfter(now) ? '0' : '1');
        }
        for (var coverage : facts.coverages()) {
            if (coverage.contract() != null) {
                text.append(fees.get(coverage.contract().id()));
            }
        }
        if (payer != null) {
            text.append(payer.rulebook);
        }
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
