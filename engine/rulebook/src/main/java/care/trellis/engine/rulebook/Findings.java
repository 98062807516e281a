package care.trellis.engine.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the outcome of a rule into words. */
final class Findings {

    private Findings() {}

    /** By stage, then as the rules stand in the file, then by day; content only. */
    static Comparator<Finding> order(List<Rule> rules) {
        var places = new HashMap<String, Integer>();
        for (var rule : rules) {
            places.put(rule.id(), places.size());
        }
        return Comparator.comparing(Finding::stage)
                .thenComparing(finding -> places.getOrDefault(finding.rule(), -1))
                .thenComparing(Finding::rule)
                .thenComparing(Finding::date, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Finding::evidence);
    }

    /** What a rule said of the day or week in view; the fact it checks has just been read. */
    static Finding of(
            Rule rule, Outcome outcome, Scene scene, Effect effect, @Nullable LocalDate date) {
        var evidence = rule.test().evidence(scene, outcome);
        return finding(
                rule,
                outcome,
                effect,
                evidence,
                date,
                null,
                outcome == Outcome.FAIL ? fix(rule, scene, date, null) : null);
    }

    /** What a rule said of the session in view. */
    static Finding ofSession(Rule rule, Outcome outcome, Scene scene, LocalDate date) {
        var entry = scene.entry();
        var evidence = entry.label() + ": " + rule.test().evidence(scene, outcome);
        var fix = outcome == Outcome.FAIL ? fix(rule, scene, date, entry) : null;
        return finding(rule, outcome, rule.effect(), evidence, date, entry.session.id(), fix);
    }

    /** What a rule said of the charged line in view. */
    static Finding ofLine(Rule rule, Outcome outcome, Scene scene, LocalDate date) {
        var evidence = scene.line().label() + ": " + rule.test().evidence(scene, outcome);
        var fix = outcome == Outcome.FAIL ? fix(rule, scene, date, null) : null;
        return finding(rule, outcome, rule.effect(), evidence, date, null, fix);
    }

    /** One line for all the sessions of a day that met a rule. */
    static Finding met(Rule rule, int count, LocalDate date) {
        var what = rule.scope() == Scope.LINE ? "line" : "session";
        var evidence = count == 1 ? "met by one " + what : "met by " + count + " " + what + "s";
        return finding(rule, Outcome.PASS, rule.effect(), evidence, date, null, null);
    }

    static Finding of(Hold hold, @Nullable LocalDate date) {
        var fix = new Fix(hold.fix(), hold.owner(), null, 0, date, null, List.of());
        return new Finding(
                hold.reason(),
                hold.evidence(),
                hold.stage(),
                Outcome.FAIL,
                Effect.HOLD,
                hold.reason(),
                hold.evidence(),
                hold.citation(),
                "",
                date,
                null,
                fix);
    }

    static Finding inForce(Rulebook rulebook, LocalDate date) {
        boolean covered = rulebook.inForceOn(date);
        var fix =
                covered
                        ? null
                        : new Fix(
                                "decide this day by the rules in force on " + date,
                                "biller",
                                null,
                                0,
                                date,
                                null,
                                List.of());
        return new Finding(
                "rule-set-in-force",
                "The rule set is in force on the day.",
                Stage.RULE_SET_IN_FORCE,
                covered ? Outcome.PASS : Outcome.FAIL,
                rulebook.outside,
                "RULE_SET_NOT_IN_FORCE",
                rulebook.title()
                        + (covered ? ": in force " : ": in force only ")
                        + rulebook.period().words(),
                rulebook.citation,
                rulebook.confidence,
                date,
                null,
                fix);
    }

    private static Finding finding(
            Rule rule,
            Outcome outcome,
            Effect effect,
            String evidence,
            @Nullable LocalDate date,
            @Nullable String sessionId,
            @Nullable Fix fix) {
        return new Finding(
                rule.id(),
                rule.says(),
                rule.stage(),
                outcome,
                effect,
                rule.reason(),
                evidence,
                rule.citation(),
                rule.confidence(),
                date,
                sessionId,
                fix);
    }

    private static Fix fix(
            Rule rule, Scene scene, @Nullable LocalDate date, @Nullable Entry entry) {
        var test = rule.test();
        int amount = test.distance(scene);
        var fact = test.fact();
        var words =
                rule.fix()
                        .replace("{more}", amount + " more " + fact.named(amount))
                        .replace("{fewer}", amount + " fewer " + fact.named(amount))
                        .replace("{line}", scene.line == null ? "line" : scene.line.label())
                        .replace("{session}", entry == null ? "session" : entry.label());
        var having = new ArrayList<Condition>();
        test.of().forEach(of -> having.add(of.condition()));
        return new Fix(
                words,
                rule.owner(),
                test.condition(),
                amount,
                date,
                entry == null ? null : entry.session.id(),
                having);
    }
}
