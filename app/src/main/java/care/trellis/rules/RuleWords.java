package care.trellis.rules;

import care.trellis.engine.rulebook.Effect;
import care.trellis.engine.rulebook.Relation;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.RulebookKind;
import care.trellis.engine.rulebook.Wording.RuleText;
import care.trellis.ledger.DayState;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How these pages say rules, effects and days. */
final class RuleWords {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private RuleWords() {}

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "Mar 2, 2026 to Apr 5, 2026", "since Mar 2, 2026", "undated". */
    static String span(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? "undated" : "until " + date(to);
        }
        return to == null ? "since " + date(from) : date(from) + " to " + date(to);
    }

    static String inForce(Rulebook rulebook) {
        return capital(span(rulebook.from(), rulebook.to()));
    }

    static String kind(RulebookKind kind) {
        return capital(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** "Minutes of the day: at least 180". */
    static String compared(RuleText rule) {
        return compared(rule, rule.value());
    }

    static String compared(RuleText rule, String value) {
        if (rule.relation() == Relation.IS && value.equals("true")) {
            return fact(rule);
        }
        return fact(rule) + ": " + (value.equals("false") ? "no" : says(rule, value));
    }

    /** "at least 180", "one of APPROVED, NOT_REQUIRED". */
    static String says(RuleText rule, String value) {
        return switch (rule.relation()) {
            case IS -> value.equals("true") ? "yes" : value.equals("false") ? "no" : value;
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, ONE_OF, NONE_OF ->
                    rule.relation().words() + " " + value;
        };
    }

    private static String fact(RuleText rule) {
        var parts = rule.fact().split("\\.", 2);
        var what =
                parts[parts.length - 1]
                        .replace('_', ' ')
                        .replace("bhmp", "BHMP")
                        .replace("bhp", "BHP");
        return capital(
                parts.length == 1
                        ? what
                        : what + (parts[0].equals("line") ? " of the line" : of(parts[0])));
    }

    private static String of(String scope) {
        return " of the " + scope.replace('_', ' ');
    }

    static String effect(Effect effect) {
        return switch (effect) {
            case NOT_BILLABLE -> "Not billable";
            case HOLD -> "On hold until it is met";
            case SESSION_DOES_NOT_COUNT -> "The session does not count";
            case BILL_SERVICES_INSTEAD -> "Services are billed instead of the day";
            case REJECT_UNITS -> "Units above it are turned down";
            case REJECT_LINE -> "The line is turned down";
            case CLAIM_RETURNED -> "The claim comes back";
            case CLAIM_HELD -> "The claim waits";
            case OUTSIDE_LEVEL -> "Told as outside the level of care";
            case VIOLATION -> "Told as a violation only";
        };
    }

    /** An effect as a rulebook file writes it; anything else stays as it is. */
    static String effect(String written) {
        for (var effect : Effect.values()) {
            if (effect.name().equalsIgnoreCase(written)) {
                return effect(effect);
            }
        }
        return written;
    }

    static Tone tone(Effect effect) {
        return switch (effect) {
            case NOT_BILLABLE, BILL_SERVICES_INSTEAD -> Tone.BAD;
            case HOLD, CLAIM_HELD, CLAIM_RETURNED -> Tone.WATCH;
            case SESSION_DOES_NOT_COUNT, REJECT_UNITS, REJECT_LINE, OUTSIDE_LEVEL, VIOLATION ->
                    Tone.NEUTRAL;
        };
    }

    static Tone tone(DayState state) {
        return switch (state) {
            case BILLABLE -> Tone.GOOD;
            case HOLD -> Tone.WATCH;
            case NOT_BILLABLE -> Tone.BAD;
            case PLANNED -> Tone.NEUTRAL;
        };
    }

    /** A code or id as words: {@code day-minutes} is {@code Day minutes}. */
    static String sentence(String code) {
        return capital(
                code.toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                        .replace('-', ' ')
                        .replace(" lt ", " under ")
                        .replace(" gt ", " over "));
    }

    static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
