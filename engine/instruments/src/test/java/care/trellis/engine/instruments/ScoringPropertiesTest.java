package care.trellis.engine.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every instrument, tried on many forms; the same forms each time. */
class ScoringPropertiesTest {

    static final int FORMS = 500;

    static Set<String> ids() {
        return Forms.LIBRARY.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_form_without_blanks_is_valid_and_its_total_is_in_range(String id) {
        var instrument = Forms.instrument(id);
        var random = new Random(1);
        for (int form = 0; form < FORMS; form++) {
            var answers = filled(instrument, random, 1.0);
            var result = Scoring.score(instrument, answers);

            assertThat(result.valid()).as("%s", answers).isTrue();
            assertThat(result.missing()).isEmpty();
            assertThat(result.prorated()).isFalse();
            assertThat(instrument.flags()).containsAll(result.flags());
            if (result.total() != null) {
                assertThat(instrument.canTotal(result.total())).as("%s", result).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_form_with_blanks_is_never_guessed(String id) {
        var instrument = Forms.instrument(id);
        var random = new Random(2);
        for (int form = 0; form < FORMS; form++) {
            var answers = filled(instrument, random, random.nextDouble());
            var result = Scoring.score(instrument, answers);

            assertThat(result.error()).isNull();
            assertThat(result.subscales().keySet())
                    .containsExactlyElementsOf(instrument.subscales());
            if (!result.missing().isEmpty() && result.valid()) {
                assertThat(mayHaveBlanks(instrument)).as("%s", answers).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_alert_given_while_answering_still_stands_at_the_end(String id) {
        var instrument = Forms.instrument(id);
        var random = new Random(3);
        for (int form = 0; form < FORMS; form++) {
            var all = filled(instrument, random, 1.0);
            var some = new HashMap<>(all.codes());
            some.keySet().removeIf(item -> random.nextBoolean());

            var early =
                    new TreeSet<>(Scoring.flagsSoFar(instrument, new Answers(some, all.words())));
            early.removeIf(
                    flag -> flag.startsWith("SUICIDE_RISK_")); // a higher tier takes its place
            assertThat(Scoring.score(instrument, all).flags()).as("%s", all).containsAll(early);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void one_answer_out_of_range_is_enough(String id) {
        var instrument = Forms.instrument(id);
        for (var item : instrument.items()) {
            for (int code : new int[] {item.answers().lowest() - 1, item.answers().highest() + 1}) {
                var answers = new HashMap<>(filled(instrument, new Random(4), 1.0).codes());
                answers.put(item.number(), code);

                assertThat(Scoring.score(instrument, Answers.of(answers)).error())
                        .as("%s item %s = %s", id, item.number(), code)
                        .isEqualTo(Result.INVALID_ANSWER);
            }
        }
    }

    private static boolean mayHaveBlanks(Instrument instrument) {
        return instrument.rules().scores().stream()
                .map(Score::formula)
                .anyMatch(formula ->
                        formula instanceof Formula.Points points && points.blanks().upTo() > 0);
    }

    /** Each item answered with this chance, by one of its codes. */
    private static Answers filled(Instrument instrument, Random random, double chance) {
        var codes = new HashMap<String, Integer>();
        for (var item : instrument.items()) {
            if (random.nextDouble() < chance) {
                codes.put(item.number(), code(item.answers(), random));
            }
        }
        return new Answers(codes, Map.of("sex", "F", "substance", "alcohol"));
    }

    private static int code(AnswerSet answers, Random random) {
        return switch (answers) {
            case AnswerSet.Choices(var options) ->
                    options.get(random.nextInt(options.size())).code();
            case AnswerSet.Range(int from, int to) -> from + random.nextInt(to - from + 1);
        };
    }
}
