package care.trellis.engine.rulebook;

/** What a limit on units, sessions or day programs turns down. */
record Limit(Rule rule, Scene scene) {

    /** Leaves in the day what is turned down by the rule that was just checked. */
    void apply(Tally day, Outcome outcome) {
        boolean programs = about(Vocabulary.PROGRAMS_CHARGED);
        if (rule.effect() != Effect.REJECT_UNITS && !programs) {
            return;
        }
        if (outcome == Outcome.FAIL) {
            int over = programs ? Charges.rejectOtherPrograms(scene, rule.reason()) : reject(day);
            day.unitsRejected = (day.unitsRejected == null ? 0 : day.unitsRejected) + over;
            day.reasonRejected = day.reasonRejected == null ? rule.reason() : day.reasonRejected;
        } else if (outcome == Outcome.PASS && day.unitsRejected == null) {
            day.unitsRejected = 0;
        }
    }

    private boolean about(String fact) {
        return rule.test().fact().name().equals(fact);
    }

    /** Units that no charged line carries come from the minutes and are over all the same. */
    private int reject(Tally day) {
        int over = rule.test().distance(scene);
        if (about(Vocabulary.DAY_SESSIONS)) {
            rejectSessions(day);
        } else if (about(Vocabulary.DAY_UNITS)) {
            int limit = (int) rule.test().number();
            Charges.rejectUnits(scene, limit, rule.reason());
            day.bill = day.bill.withUnits(limit);
        }
        return over;
    }

    /** The sessions beyond the limit, in the order of the day. */
    private void rejectSessions(Tally day) {
        int left = (int) rule.test().number();
        for (var entry : day.entries) {
            scene.entry = entry;
            if (entry.counts && Test.all(rule.test().of(), scene) == Outcome.PASS && --left < 0) {
                day.rejectedLines.add(
                        RejectedLine.of(entry.session, day.bill.code(), rule.reason()));
            }
        }
        scene.entry = null;
    }
}
