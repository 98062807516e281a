package care.trellis.ledger;

import care.trellis.engine.rulebook.DayDecision;
import care.trellis.engine.rulebook.Decision;
import care.trellis.engine.rulebook.Decisions;
import care.trellis.engine.rulebook.Hold;
import care.trellis.engine.rulebook.Stage;
import care.trellis.engine.rulebook.Status;
import care.trellis.ledger.JudgedWeek.JudgedDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The days of one week that one payer decides together. */
final class PayerWeek {

    private static final Set<String> LEADS_WORK = Set.of("NOTE_NOT_SIGNED", Checks.NOT_CONFIRMED);

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
        var grants = new Grants(facts, payer.contract(), whole, this::lines);
        var place = new HashMap<LocalDate, Integer>();
        while (true) {
            var hanging = grants.hanging(place);
            var decisions = new HashMap<@Nullable UUID, Decision>();
            var judged = new ArrayList<JudgedDay>();
            boolean moved = false;
            for (var day : days) {
                var grant = hanging.get(day.date);
                var decision =
                        decisions.computeIfAbsent(
                                grant == null ? null : grant.id(),
                                id -> decide(grant, grants.taken(grant, hanging)));
                var said = said(decision, day.date);
                int next = place.getOrDefault(day.date, 0) + 1;
                if (said != null && exhausted(said) && next < grants.of(day.date).size()) {
                    place.put(day.date, next);
                    moved = true;
                }
                judged.add(judge(day, decision, said, grant, grants.otherService(day.date)));
            }
            if (!moved) {
                return judged;
            }
        }
    }

    /** What each day would bill, were there no question of an authorization. */
    private Map<LocalDate, Grants.Billed> lines() {
        var open = decide(null, null);
        var prices = new Prices(fees, Boolean.TRUE.equals(open.claim().hcpcsRequired()));
        var billed = new HashMap<LocalDate, Grants.Billed>();
        for (var day : whole) {
            var said = said(open, day.date);
            if (said != null) {
                billed.put(day.date, new Grants.Billed(said, prices.of(said, day.seats).lines()));
            }
        }
        return billed;
    }

    private Decision decide(
            WeekFacts.@Nullable Grant grant, @Nullable Map<LocalDate, BigDecimal> taken) {
        var seats = new ArrayList<WeekFacts.Seat>();
        var holds = new ArrayList<Hold>();
        for (var day : whole) {
            seats.addAll(day.seats);
            if (payer.stay().part2() && !consented(day.date)) {
                holds.add(noConsent(day.date));
            }
        }
        return Decisions.decide(
                EngineWeek.of(facts, payer.stay(), seats, new Prices(fees, false), asOf, now),
                payer.rulebook(),
                EngineWeek.authorization(grant, payer.contract().authorizationRequired(), taken),
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
            WeekFacts.@Nullable Grant grant,
            @Nullable Check otherService) {
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
        if (otherService != null && waitsForAuthorization(said)) {
            own.add(otherService);
        }
        var state = state(day, said, priced, unmarked);
        var reason = reason(day, state, said, own);
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
                covering != null && draws(said)
                        ? Grants.units(covering, new Grants.Billed(said, priced.lines()))
                        : BigDecimal.ZERO,
                state,
                reason,
                person(day, reason),
                state == DayState.PLANNED ? prices.planned(day.date, day.seats) : priced.cents(),
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

    private @Nullable Check reason(
            DayDraft day, DayState state, DayDecision said, List<Check> own) {
        if (state == DayState.BILLABLE || state == DayState.PLANNED) {
            return null;
        }
        if (state == DayState.HOLD && said.status() == Status.NOT_BILLABLE) {
            return own.getLast();
        }
        return said.because().isEmpty()
                ? own.getFirst()
                : Checks.of(said.because().getFirst(), true, day.seats, facts.zone());
    }

    /**
     * The lead of the session whose note is missing, for nobody else can sign it, or of the one
     * that nobody saw the client leave.
     */
    private static @Nullable UUID person(DayDraft day, @Nullable Check reason) {
        if (reason == null || !LEADS_WORK.contains(reason.code())) {
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
        return said.because().stream().anyMatch(finding -> finding.reason().endsWith("_EXHAUSTED"));
    }

    /** As the engine draws: every day that can be billed, or still may. */
    private static boolean draws(DayDecision said) {
        return said.status() != Status.NOT_BILLABLE && !waitsForAuthorization(said);
    }

    private static boolean waitsForAuthorization(DayDecision said) {
        return said.because().stream().anyMatch(finding -> finding.stage() == Stage.AUTHORIZATION);
    }

    /** Minutes that the payer asks of the week; null where it asks for none. */
    @Nullable Integer needed() {
        return needed;
    }
}
