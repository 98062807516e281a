package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Authorization;

/**
 * Takes the days that are not lost from the authorization in the order of their dates. A day that
 * finds none left is taken all the same, so that each day says how many are needed to reach it.
 */
record DrawDown(Rulebook rulebook, Authorization authorization, Scene scene) {

    void apply() {
        for (var rule : rulebook.rules) {
            if (rule.drawsDown()) {
                apply(rule);
            }
        }
    }

    private void apply(Rule rule) {
        double left = left();
        for (var day : scene.days) {
            scene.day = day;
            if (!rule.applies(scene) || !draws(day)) {
                continue;
            }
            double need = need(day);
            scene.authorizedDaysLeft =
                    Double.isInfinite(left) ? left : Math.floor(left / need + 1e-9);
            var outcome = rule.test().check(scene);
            if (!lost(day)) {
                left -= need;
            }
            day.findings.add(Findings.of(rule, outcome, scene, rule.effect(), day.date));
        }
        scene.day = null;
    }

    /** Units left before this week; without limit where the payer granted no number of them. */
    private double left() {
        var granted = authorization.unitsAuthorized();
        var used = authorization.unitsUsed();
        return granted == null
                ? Double.POSITIVE_INFINITY
                : granted.doubleValue() - (used == null ? 0 : used.doubleValue());
    }

    /** Whether the day hangs on this authorization and not on another. */
    private boolean draws(Tally day) {
        return authorization.taken() == null || authorization.taken().containsKey(day.date);
    }

    /**
     * Units one day takes: those it was said to take, else its hours, the units it bills, or one
     * day or visit.
     */
    private double need(Tally day) {
        var said = authorization.taken() == null ? null : authorization.taken().get(day.date);
        if (said != null) {
            return said.doubleValue();
        }
        return switch (authorization.unit()) {
            case HOUR -> Math.max(1, day.minutes) / 60.0;
            case UNIT -> day.bill.units() == null ? 1 : Math.max(1, day.bill.units());
            case DAY, VISIT -> 1;
            case null -> 1;
        };
    }

    private static boolean lost(Tally day) {
        for (var finding : day.findings) {
            if (finding.failed() && finding.effect().loses()) {
                return true;
            }
        }
        return false;
    }
}
