package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.Fact.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One compiled comparison.
 *
 * @param words what a text may (or may not) be, compared without regard to case
 * @param of for a fact that counts sessions: what a session must be to be counted
 * @param overlap for {@code claim.overlapping_claims}: which claims are looked for
 */
record Test(
        Fact fact,
        Relation relation,
        double number,
        boolean flag,
        Set<String> words,
        List<Test> of,
        @Nullable Overlap overlap) {

    /** Three-valued: what is not known neither passes nor fails. */
    Outcome check(Scene scene) {
        read(scene);
        return switch (fact.kind()) {
            case NUMBER -> checkNumber(scene);
            case TEXT -> {
                var text = scene.text;
                yield text == null
                        ? Outcome.UNKNOWN
                        : outcome(words.contains(text) != (relation == Relation.NONE_OF));
            }
            case FLAG -> {
                var value = scene.flag;
                yield value == null ? Outcome.UNKNOWN : outcome(value == flag);
            }
        };
    }

    private Outcome checkNumber(Scene scene) {
        boolean least = relation == Relation.AT_LEAST;
        if (least ? scene.low >= number : scene.high <= number) {
            return Outcome.PASS;
        }
        if (least ? scene.high < number : scene.low > number) {
            return Outcome.FAIL;
        }
        return Outcome.UNKNOWN;
    }

    private void read(Scene scene) {
        if (overlap != null) {
            scene.exactly(overlap.count(scene));
        } else if (of.isEmpty()) {
            fact.reader().read(scene);
        } else if (fact.scope() == Scope.DAY) {
            count(scene, List.of(scene.day()));
        } else {
            count(scene, scene.days);
        }
    }

    private void count(Scene scene, List<Tally> days) {
        int sure = 0;
        int possible = 0;
        var before = scene.entry;
        for (var day : days) {
            for (var entry : day.entries) {
                if (entry.counts && (scene.withHeld || !entry.held)) {
                    scene.entry = entry;
                    var outcome = all(of, scene);
                    sure += outcome == Outcome.PASS ? 1 : 0;
                    possible += outcome == Outcome.FAIL ? 0 : 1;
                }
            }
        }
        scene.entry = before;
        scene.low = sure;
        scene.high = possible;
    }

    /** Fails when one fails, passes when all pass. */
    static Outcome all(List<Test> tests, Scene scene) {
        var result = Outcome.PASS;
        for (var test : tests) {
            var outcome = test.check(scene);
            if (outcome == Outcome.FAIL) {
                return outcome;
            }
            if (outcome == Outcome.UNKNOWN) {
                result = outcome;
            }
        }
        return result;
    }

    private static Outcome outcome(boolean met) {
        return met ? Outcome.PASS : Outcome.FAIL;
    }

    /** The fact just read, in plain words: "179 of 180 minutes". */
    String evidence(Scene scene, Outcome outcome) {
        if (fact.kind() == Kind.NUMBER) {
            if (outcome == Outcome.UNKNOWN) {
                return fact.many() + " not known";
            }
            if (relation == Relation.AT_LEAST) {
                return Double.isInfinite(scene.low)
                        ? fact.many() + " without limit"
                        : Numbers.plain(scene.low) + " of " + fact.counted(number);
            }
            return fact.counted(outcome == Outcome.FAIL ? scene.low : scene.high)
                    + ", at most "
                    + Numbers.plain(number);
        }
        if (outcome == Outcome.UNKNOWN) {
            return fact.one() + " not known";
        }
        return fact.kind() == Kind.TEXT
                ? fact.one() + " " + scene.text
                : (Boolean.TRUE.equals(scene.flag) ? "has a " : "no ") + fact.one();
    }

    /** How far the fact just read is from passing, in its own unit, rounded up to a whole one. */
    int distance(Scene scene) {
        if (fact.kind() != Kind.NUMBER) {
            return 0;
        }
        double away = relation == Relation.AT_LEAST ? number - scene.high : scene.low - number;
        return (int) Math.ceil(away);
    }

    /** The test as a condition a caller can read. */
    Condition condition() {
        var value =
                switch (fact.kind()) {
                    case NUMBER -> Numbers.plain(number);
                    case TEXT -> String.join(", ", words);
                    case FLAG -> Boolean.toString(flag);
                };
        return new Condition(fact.name(), relation, value);
    }
}
