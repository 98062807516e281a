package care.trellis.demo;

import care.trellis.base.OrganizationContext;
import care.trellis.demo.story.ClinicPlan;
import care.trellis.demo.story.Story;
import java.util.function.BiConsumer;

/**
 * Makes the synthetic clinic by driving the doors of the rooms, week by week, as its staff would.
 */
@InDemo
class ClinicMaker {

    private final Founders founders;
    private final Weeks weeks;
    private final Player player;
    private final Questionnaires questionnaires;
    private final StoryClock clock;

    ClinicMaker(
            Founders founders,
            Weeks weeks,
            Player player,
            Questionnaires questionnaires,
            StoryClock clock) {
        this.founders = founders;
        this.weeks = weeks;
        this.player = player;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /**
     * Makes it. Afterwards the clock shows the real time.
     *
     * @param progress is told after each week how many of how many are made
     */
    Clinic make(Story story, BiConsumer<Integer, Integer> progress) {
        try {
            var clinic = founders.open(ClinicPlan.of(story));
            OrganizationContext.run(clinic.organization(), () -> questionnaires.agree(clinic));
            for (int week = 0; week <= story.weeks(); week++) {
                var steps = weeks.steps(clinic, story.opening().plusWeeks(week));
                player.play(clinic.organization(), steps, story.until());
                progress.accept(week + 1, story.weeks() + 1);
            }
            return clinic;
        } finally {
            clock.showRealTime();
        }
    }
}
