package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.Fact.Kind;
import java.util.List;
import java.util.Set;

/**
 * One compiled comparison.
 *
 * @param words what a text may (or may not) be, compared without regard to case
 * @param of for a fact that counts sessions or lines: what one must be to be counted
 * @param reader where the fact is read, its parameters applied
 */
record Test(
        Fact fact,
        Relation relation,
        double number,
        boolean flag,
        Set<String> words,
        List<Test> of,
        Fact.Reader reader) {

    /** Three-valued: what is not known neither passes nor fails. */
    Outcome check(Scene scene) {
        reader.read(scene);
        return switch (fact.kind()) {
            case NUMBER -> checkNumber(scene);
            case TEXT -> checkText(scene);
            case FLAG -> {
                var value = scene.flag;
                yield value == null ? Outcome.UNKNOWN : outcome(value == flag);
            }
        };
    }

    private Outcome checkNumber(Scene scene) {
        double worst = relation.floor() ? scene.low : scene.high;
        double best = relation.floor() ? scene.high : scene.low;
        if (relation.met(worst, number)) {
            return Outcome.PASS;
        }
        return relation.met(best, number) ? Outcome.UNKNOWN : Outcome.FAIL;
    }

    private Outcome checkText(Scene scene) {
        var text = scene.text;
        if (text == null) {
            return Outcome.UNKNOWN;
        }
        var several = scene.words;
        boolean found =
                several == null ? words.contains(text) : several.stream().anyMatch(words::contains);
        scene.words = null;
        return outcome(found != (relation == Relation.NONE_OF));
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
        if (outcome == Outcome.UNKNOWN) {
            return unknown();
        }
        if (fact.telling() != null) {
            return fact.telling().tell(scene, outcome);
        }
        return switch (fact.kind()) {
            case NUMBER -> numbers(scene, outcome);
            case TEXT -> fact.one() + " " + scene.text;
            case FLAG -> Boolean.TRUE.equals(scene.flag) ? fact.one() : fact.many();
        };
    }

    private String unknown() {
        return switch (fact.kind()) {
            case NUMBER -> fact.many() + " not known";
            case TEXT -> fact.one().replace(":", "") + " not known";
            case FLAG -> "not known whether " + fact.one();
        };
    }

    private String numbers(Scene scene, Outcome outcome) {
        boolean failed = outcome == Outcome.FAIL;
        if (relation == Relation.AT_LEAST && failed) {
            return Numbers.plain(scene.high) + " of " + fact.counted(number);
        }
        double value = relation.floor() == failed ? scene.high : scene.low;
        double shown = Double.isInfinite(value) ? scene.low : value;
        return fact.counted(shown) + ", " + relation.words() + " " + Numbers.plain(number);
    }

    /** How far the fact just read is from passing, in its own unit, rounded up to a whole one. */
    int distance(Scene scene) {
        if (fact.kind() != Kind.NUMBER) {
            return 0;
        }
        double away = relation.floor() ? number - scene.high : scene.low - number;
        boolean strict = relation == Relation.MORE_THAN || relation == Relation.LESS_THAN;
        return (int) (strict ? Math.floor(away) + 1 : Math.ceil(away));
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
