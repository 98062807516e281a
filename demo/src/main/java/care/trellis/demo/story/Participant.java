package care.trellis.demo.story;

import care.trellis.clients.Person;
import care.trellis.episodes.DischargeReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One invented person and the course of their stay.
 *
 * @param number 1, 2, 3 … in the order of the cast
 * @param consents whether a consent to disclose for payment is signed at admission
 * @param steady comes every day and on time, so that a planted problem is the only one
 * @param dischargedOn the last day, where the stay ends within the story or soon after
 * @param firstScores the PHQ-9 and GAD-7 totals at admission
 */
public record Participant(
        int number,
        Person person,
        Group group,
        Insurer insurer,
        Illness illness,
        LocalDate admittedOn,
        @Nullable LocalDate dischargedOn,
        DischargeReason reason,
        boolean consents,
        boolean steady,
        Scores firstScores,
        List<String> goals,
        Relative relative) {

    /** A diagnosis with its code of ICD-10-CM. */
    public record Illness(String code, String description) {}

    /** Questionnaire totals. */
    public record Scores(int phq9, int gad7) {}

    /** Whom to call. */
    public record Relative(String name, String relationship, String phone) {}

    /** Copies the goals. */
    public Participant {
        goals = List.copyOf(goals);
    }

    /** Whether the stay holds that day. */
    public boolean staysOn(LocalDate day) {
        return !day.isBefore(admittedOn) && (dischargedOn == null || !day.isAfter(dischargedOn));
    }

    /** The last day, where there is one. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(dischargedOn);
    }

    /** The card's number. */
    public String memberId() {
        return insurer.memberPrefix() + "%06d".formatted(104_000 + number * 37);
    }
}
