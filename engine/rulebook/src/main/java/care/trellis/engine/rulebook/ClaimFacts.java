package care.trellis.engine.rulebook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Facts about the authorization and the claim. */
final class ClaimFacts {

    private ClaimFacts() {}

    static void tell(Vocabulary v) {
        authorization(v);
        claim(v);
    }

    private static void authorization(Vocabulary v) {
        v.text(
                "authorization.state",
                Scope.WEEK,
                "authorization",
                s -> s.word(s.authorization.state()));
        v.number(
                Vocabulary.AUTHORIZED_DAYS,
                Scope.DAY,
                "authorized day(s)",
                s -> {
                    s.low = Math.max(0, s.authorizedDaysLeft);
                    s.high = s.authorizedDaysLeft;
                },
                ClaimFacts::left);
        v.number(
                "authorization.days_before_start",
                Scope.DAY,
                "day(s) before the authorization starts",
                s -> s.number(between(s.day().date, s.authorization.startsOn())),
                (s, outcome) -> edge(s, "starts", "started", s.authorization.startsOn()));
        v.number(
                "authorization.days_after_end",
                Scope.DAY,
                "day(s) after the authorization ends",
                s -> s.number(between(s.authorization.endsOn(), s.day().date)),
                (s, outcome) -> edge(s, "ends", "ended", s.authorization.endsOn()));
    }

    private static void claim(Vocabulary v) {
        v.flag(
                "billing.episode_first_bill",
                Scope.WEEK,
                "it is the first bill of the stay",
                "it is not the first bill of the stay",
                s -> s.flag = s.week.billing().episodeFirstBill());
        v.flag(
                "billing.prior_claim_remitted",
                Scope.WEEK,
                "the prior claim is remitted",
                "the prior claim is not remitted",
                s -> s.flag = s.week.billing().priorClaimRemitted());
        v.number(
                Vocabulary.OVERLAPPING_CLAIMS,
                Scope.WEEK,
                "overlapping claim(s)",
                s -> s.exactly(0));
    }

    private static String left(Scene s, Outcome outcome) {
        if (Double.isInfinite(s.low)) {
            return "the authorization names no limit";
        }
        if (outcome == Outcome.PASS) {
            return s.low == 1
                    ? "1 authorized day is left"
                    : Numbers.plain(s.low) + " authorized days are left";
        }
        return "no authorized day is left";
    }

    /**
     * "the authorization ended on 2026-03-04, 2 days before"; no count where the day is covered.
     */
    private static String edge(Scene s, String now, String past, @Nullable LocalDate edge) {
        var date = s.day().date;
        if (edge == null) {
            return "the authorization is open";
        }
        if (s.high <= 0) {
            return "the authorization " + (edge.isAfter(date) ? now : past) + " on " + edge;
        }
        long days = Math.abs(ChronoUnit.DAYS.between(edge, date));
        return "the authorization "
                + (edge.isAfter(date) ? now : past)
                + " on "
                + edge
                + ", "
                + (days == 1 ? "a day" : days + " days")
                + (edge.isAfter(date) ? " later" : " before");
    }

    private static @Nullable Long between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : ChronoUnit.DAYS.between(from, to);
    }
}
