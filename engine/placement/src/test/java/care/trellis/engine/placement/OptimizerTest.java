package care.trellis.engine.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposals for invented programs, judged by what shares no code with the solver. */
class OptimizerTest {

    private static final long MOVES = 20_000;

    @Test
    void no_hard_rule_is_broken_in_forty_programs() {
        for (int seed = 100; seed < 140; seed++) {
            var question = SamplePrograms.of(20 + seed % 4 * 15, seed);

            var proposal = Optimizer.propose(question, Effort.moves(3_000), better -> {});

            assertThat(Checker.breaches(question, proposal.places())).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void the_way_by_hand_breaks_no_rule_either() {
        for (int seed = 200; seed < 240; seed++) {
            var question = SamplePrograms.of(60, seed);

            assertThat(Checker.breaches(question, FirstFit.places(question)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100})
    void more_hours_are_given_than_by_first_fit_or_as_many_at_less_cost(int people) {
        var question = QuestionFile.published(people);
        var byHand = Figures.of(question, FirstFit.places(question));

        var proposal = Optimizer.propose(question, Effort.moves(MOVES), better -> {});

        assertThat(proposal.figures()).matches(figures -> figures.beats(byHand), "beats " + byHand);
    }

    @Test
    void the_same_question_and_moves_give_the_same_proposal() {
        var question = SamplePrograms.of(40, 7);

        var once = Optimizer.propose(question, Effort.moves(MOVES), better -> {});
        var again = Optimizer.propose(question, Effort.moves(MOVES), better -> {});

        assertThat(again).isEqualTo(once);
    }

    @Test
    void who_is_pinned_stays() {
        var question = SamplePrograms.of(60, 11);

        var places = Optimizer.propose(question, Effort.moves(MOVES), better -> {}).places();

        assertThat(question.people())
                .filteredOn(Person::pinned)
                .isNotEmpty()
                .allSatisfy(
                        person -> assertThat(places.get(person.id())).isEqualTo(person.current()));
    }

    @Test
    void everybody_is_placed_or_told_why_not_for_every_track() {
        var question = QuestionFile.published(100);

        var proposal = Optimizer.propose(question, Effort.moves(MOVES), better -> {});

        assertThat(proposal.placed().size() + proposal.unplaced().size()).isEqualTo(100);
        assertThat(proposal.unplaced())
                .isNotEmpty()
                .allSatisfy(person -> {
                    assertThat(person.others()).hasSameSizeAs(question.tracks());
                    assertThat(person.smallest()).endsWith(".");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 500})
    void the_published_programs_are_what_their_seed_makes(int people) throws IOException {
        try (var file =
                QuestionFile.class.getResourceAsStream("/instances/%03d.json".formatted(people))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(QuestionFile.text(SamplePrograms.of(people, 1)));
        }
        assertThat(QuestionFile.published(people)).isEqualTo(SamplePrograms.of(people, 1));
    }
}
