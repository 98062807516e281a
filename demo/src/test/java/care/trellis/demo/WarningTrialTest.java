package care.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.Trellis;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Story;
import care.trellis.episodes.DischargeReason;
import care.trellis.outreach.Warning;
import care.trellis.outreach.Warnings;
import care.trellis.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The early warning on the synthetic clinic: every stay judged at the end of every week, and how
 * many of each band broke off within the two weeks after. {@code -Dtrial.weeks} and {@code
 * -Dtrial.clients} make the clinic larger. Invented people prove the arithmetic, not the medicine.
 */
@SpringBootTest(
        classes = Trellis.class,
        properties = {"trellis.demo=true", "trellis.jobs=false"})
@Import(WarningTrialTest.AnotherClock.class)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class WarningTrialTest {

    /** The application's own test parts are on the class path and ask for one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class AnotherClock {

        @Bean
        SettableClock settableClock() {
            return new SettableClock(UNTIL);
        }
    }

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant UNTIL = Instant.parse("2026-03-05T20:00:00Z");
    private static final int WEEKS = Integer.getInteger("trial.weeks", 9);
    private static final int CLIENTS = Integer.getInteger("trial.clients", 12);

    @Autowired ClinicMaker maker;
    @Autowired Warnings warnings;

    /** Judgements of one band, and how many of those stays broke off soon after. */
    private record Count(int judged, int brokeOff) {

        Count and(boolean broke) {
            return new Count(judged + 1, brokeOff + (broke ? 1 : 0));
        }
    }

    @Test
    void every_week_is_judged_and_who_breaks_off_was_warned_of_more_often_than_others() {
        var clinic =
                maker.make(
                        new Story(11, MONDAY, WEEKS, CLIENTS, "trial.example", UNTIL),
                        (week, weeks) -> {});
        var people = new HashMap<ClientId, Participant>();
        clinic.plan().people().stream()
                .filter(clinic::isAdmitted)
                .forEach(person -> people.put(clinic.stay(person).client(), person));
        Map<Warning.Band, Count> counts = new EnumMap<>(Warning.Band.class);
        for (var band : Warning.Band.values()) {
            counts.put(band, new Count(0, 0));
        }

        for (int week = 1; week <= WEEKS; week++) {
            var sunday = MONDAY.minusWeeks(WEEKS).plusWeeks(week).minusDays(1);
            var judged =
                    OrganizationContext.in(
                            clinic.organization(),
                            () ->
                                    warnings.asOf(
                                            clinic.badges().system(Action.RETENTION_VIEW), sunday));
            for (var one : judged) {
                counts.computeIfPresent(
                        one.warning().band(),
                        (band, count) -> count.and(breaksOff(people.get(one.client()), sunday)));
            }
        }

        System.out.println("band      judged  broke off within two weeks");
        counts.forEach((band, count) ->
                System.out.printf("%-8s  %6d  %6d%n", band, count.judged(), count.brokeOff()));
        var steady = counts.get(Warning.Band.STEADY);
        var act = counts.get(Warning.Band.ACT);
        assertThat(counts.values().stream().mapToInt(Count::judged).sum()).isPositive();
        assertThat(steady.judged()).as("most are left in peace").isGreaterThan(act.judged());
    }

    private static boolean breaksOff(Participant person, LocalDate after) {
        boolean left =
                person.reason() == DischargeReason.LEFT_AGAINST_ADVICE
                        || person.reason() == DischargeReason.LOST_CONTACT;
        return left
                && person.lastDay()
                        .filter(last -> !last.isBefore(after) && last.isBefore(after.plusDays(15)))
                        .isPresent();
    }
}
