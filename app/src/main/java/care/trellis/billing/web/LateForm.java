package care.trellis.billing.web;

import care.trellis.billing.Delay;
import care.trellis.billing.PastLimit;
import care.trellis.engine.x12.claims.Late;
import care.trellis.web.Choice;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks why a claim comes late, in words of our own for the codes that apply to a
 * program (6 is about appliances).
 *
 * @param reason delay reason code; empty while nothing is chosen
 * @param way how a proof goes; empty when none does
 * @param number on the proof; empty when it is kept here
 */
record LateForm(String reason, boolean acknowledged, String way, String number) {

    private static final Map<String, String> REASONS = new LinkedHashMap<>();
    private static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        REASONS.put("", "Choose the reason");
        REASONS.put("9", "It was refused before, not for being late");
        REASONS.put("1", "The coverage was not known or not provable");
        REASONS.put("8", "The coverage was decided late");
        REASONS.put("7", "Another payer took its time");
        REASONS.put("3", "The authorization came late");
        REASONS.put("10", "The prior approval was handled late");
        REASONS.put("4", "Our provider was admitted late by the payer");
        REASONS.put("5", "Forms came late");
        REASONS.put("2", "A dispute at court");
        REASONS.put("15", "A natural disaster");
        REASONS.put("11", "Another reason");
        WAYS.put("", "None is sent");
        WAYS.put(Late.ON_REQUEST, "Kept here until the payer asks");
        WAYS.put("EL", "Sent electronically");
        WAYS.put("FX", "Sent by fax");
        WAYS.put("BM", "Sent by mail");
        WAYS.put("EM", "Sent by e-mail");
        WAYS.put("FT", "Sent as a file");
    }

    /** What was said; null when no reason was chosen. */
    @Nullable Delay delay() {
        return reason.isBlank()
                ? null
                : new Delay(
                        reason.strip(),
                        acknowledged,
                        way.isBlank() ? null : way.strip(),
                        number.isBlank() ? null : number.strip());
    }

    /**
     * Why days that were never billed come late, to choose from: a refusal before (9) is not among
     * the reasons.
     *
     * @param of whose days they are; each value begins with it
     */
    static List<Choice> first(String of) {
        return choices(REASONS).stream()
                .filter(one -> !one.value().equals("9"))
                .map(one ->
                        one.value().isEmpty()
                                ? one
                                : new Choice(of + one.value(), one.label(), false))
                .toList();
    }

    /** What was chosen for days that were never billed. */
    static Delay delay(String reason) {
        return new Delay(reason, false, null, null);
    }

    static LateView view(PastLimit limit, LocalDate today) {
        var day = limit.acknowledgedOn();
        return new LateView(
                "The payer's time " + Clock.words(limit.since(), today),
                choices(REASONS),
                day == null
                        ? ""
                        : "Say that the first filing was acknowledged on " + Words.date(day),
                choices(WAYS));
    }

    private static List<Choice> choices(Map<String, String> of) {
        return of.entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue(), false))
                .toList();
    }
}
