package care.trellis.bench;

import care.trellis.engine.placement.Checker;
import care.trellis.engine.placement.Effort;
import care.trellis.engine.placement.Figures;
import care.trellis.engine.placement.FirstFit;
import care.trellis.engine.placement.Optimizer;
import care.trellis.engine.placement.QuestionFile;
import java.util.Locale;

/**
 * Places for 20, 100 and 500 people, held against first-fit on the same program in the same run.
 */
final class Placement {

    private static final int SEARCH_SECONDS = 20;
    private static final double LONGEST_SECONDS = 30;

    private Placement() {}

    /**
     * Hours that first-fit places for each hour of the proposal, in the program where that is most:
     * below 1 where the proposal is better everywhere. Infinite where a hard rule is broken or it
     * took longer than 30 seconds.
     */
    static double ratio() {
        double worst = 0;
        for (int people : QuestionFile.PUBLISHED) {
            worst = Math.max(worst, ratio(people));
        }
        return worst;
    }

    private static double ratio(int people) {
        var question = QuestionFile.published(people);
        var byHand = Figures.of(question, FirstFit.places(question));
        long start = System.nanoTime();
        var proposal = Optimizer.propose(question, Effort.seconds(SEARCH_SECONDS), better -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        int breaches = Checker.breaches(question, proposal.places()).size();
        System.err.printf(
                Locale.ROOT,
                "placement %d: first-fit places %d with %d h a week, the proposal %d with %d h, in %.1f s, %d rules broken%n",
                people,
                byHand.people(),
                byHand.minutes() / 60,
                proposal.figures().people(),
                proposal.figures().minutes() / 60,
                seconds,
                breaches);
        return breaches > 0 || seconds > LONGEST_SECONDS
                ? Double.POSITIVE_INFINITY
                : (double) byHand.minutes() / proposal.figures().minutes();
    }
}
