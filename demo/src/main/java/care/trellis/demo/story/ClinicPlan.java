package care.trellis.demo.story;

import care.trellis.episodes.DischargeReason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Everything that happens, before anything does: a pure description that the driver then acts out
 * through the doors.
 */
public final class ClinicPlan {

    private static final int FADING_DAYS = 12;
    private static final int FADING_PERCENT = 55;
    private static final int SLIPPING_DAYS = 8;

    private final Story story;
    private final List<Participant> people;
    private final Grants grants;

    private ClinicPlan(Story story) {
        this.story = story;
        this.people = Cast.of(story);
        this.grants = new Grants(story);
    }

    /** The plan of a story. */
    public static ClinicPlan of(Story story) {
        return new ClinicPlan(story);
    }

    /** Which story it is. */
    public Story story() {
        return story;
    }

    /** The whole cast, by number. */
    public List<Participant> people() {
        return people;
    }

    /** Those of a group who are expected on a day, by number. */
    public List<Participant> expected(Group group, LocalDate day) {
        return people.stream()
                .filter(person -> person.group() == group && person.staysOn(day))
                .toList();
    }

    /** The steady ones of a group; 0 or 1. */
    public Participant steady(Group group, int index) {
        return people.stream()
                .filter(person -> person.group() == group && person.steady())
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    /** What payers grant somebody, oldest first. */
    public List<Grant> grants(Participant person) {
        var planting =
                person.equals(endsTomorrow())
                        ? Grants.Planting.ENDS_TOMORROW
                        : person.equals(overdrawn())
                                ? Grants.Planting.OVERDRAWN
                                : Grants.Planting.NONE;
        return grants.of(person, planting);
    }

    /** Whether somebody comes to one group of a day. */
    public Presence presence(Participant person, LocalDate day, int block, int blocks) {
        if (person.equals(lateByAMinute()) && day.equals(lateDay()) && block == 0) {
            return new Presence.Comes(1, 0);
        }
        if (person.steady()) {
            return new Presence.Comes(0, 0);
        }
        if (slips(person, day)) {
            return new Presence.StaysAway(false, "No call");
        }
        var random = random(person.number(), day.toEpochDay());
        int stays = random.nextInt(100);
        int away = fades(person, day) ? FADING_PERCENT : 6;
        if (stays < away) {
            return new Presence.StaysAway(false, "No call");
        }
        if (stays < away + 4) {
            return new Presence.StaysAway(true, "Called in ill");
        }
        boolean late = random.nextInt(100) < (person.group() == Group.ADOLESCENT ? 2 : 7);
        int minutesLate = 3 + random.nextInt(12);
        boolean early = random.nextInt(100) < 3;
        int minutesEarly = 5 + random.nextInt(15);
        return new Presence.Comes(
                late && block == 0 ? minutesLate : 0,
                early && block == blocks - 1 ? minutesEarly : 0);
    }

    /**
     * Who has not come for the last days of the story and is still in care: staff should act today.
     * Nobody in a small clinic, where everybody is steady.
     */
    public Optional<Participant> slipping() {
        return people.stream()
                .filter(person -> !person.steady())
                .filter(person -> !person.admittedOn().isAfter(story.anchor().minusWeeks(2)))
                .filter(person -> person.staysOn(story.anchor().plusWeeks(1)))
                .findFirst();
    }

    private boolean slips(Participant person, LocalDate day) {
        return day.isAfter(story.today(person.group().place()).minusDays(SLIPPING_DAYS))
                && slipping().filter(person::equals).isPresent();
    }

    /** Whoever breaks a stay off comes less and less in its last days. */
    private static boolean fades(Participant person, LocalDate day) {
        boolean breaksOff =
                person.reason() == DischargeReason.LEFT_AGAINST_ADVICE
                        || person.reason() == DischargeReason.LOST_CONTACT;
        return breaksOff
                && person.lastDay()
                        .filter(last -> day.isAfter(last.minusDays(FADING_DAYS)))
                        .isPresent();
    }

    /**
     * The questionnaire totals of a day: falling over the weeks, with ups and downs. One of one
     * person's is planted high.
     */
    public Participant.Scores scores(Participant person, LocalDate day) {
        long weeks = ChronoUnit.WEEKS.between(person.admittedOn(), day);
        var first = person.firstScores();
        if (person.equals(positiveItem9()) && day.equals(positiveItem9Day())) {
            return new Participant.Scores(19, first.gad7());
        }
        var random = random(20_000 + person.number(), day.toEpochDay());
        int better = Math.toIntExact(weeks * pace(person));
        return new Participant.Scores(
                between0and(27, first.phq9() - better * 3 / 2 + random.nextInt(4) - 1),
                between0and(21, first.gad7() - better + random.nextInt(4) - 1));
    }

    /** Most get better week by week; some stand still, and a few get worse. */
    private static int pace(Participant person) {
        return person.steady()
                ? 1
                : person.number() % 7 == 0 ? -1 : person.number() % 5 == 0 ? 0 : 1;
    }

    /** What is answered on the tablet, item by item. */
    public QuestionnairePlan questionnaires() {
        return new QuestionnairePlan(this);
    }

    private static int between0and(int most, int total) {
        return Math.clamp(total, 0, most);
    }

    /** A source of chance of its own for each matter, so that the order of asking is free. */
    public RandomGenerator random(long matter, long day) {
        long mixed = story.seed() * 0x9E3779B97F4A7C15L + matter * 0xC2B2AE3D27D4EB4FL;
        return new SplittableRandom(mixed ^ (day * 0x165667B19E3779F9L));
    }

    /** What is planted in one line of one group's note, where anything is. */
    public Optional<String> plantedLine(Participant person, LocalDate day, int block) {
        return day.equals(alikeDay()) && block == 0 && alike().contains(person)
                ? Optional.of(Wording.alike(person.equals(alike().getLast())))
                : Optional.empty();
    }

    /** Whether the note of this group stays unsigned. */
    public boolean leftUnsigned(Group group, LocalDate day, int block) {
        return group == Group.VIRTUAL && block == 1 && day.equals(unsignedDay());
    }

    /** Who comes a minute late in the last whole week. */
    public Participant lateByAMinute() {
        return steady(Group.ADOLESCENT, 0);
    }

    /** The day of it. */
    public LocalDate lateDay() {
        return story.lastWholeWeek().with(DayOfWeek.WEDNESDAY);
    }

    /** Whose authorization ends tomorrow. */
    public Participant endsTomorrow() {
        return steady(Group.VIRTUAL, 0);
    }

    /** Whose authorization was used up before the last whole week. */
    public Participant overdrawn() {
        return steady(Group.MORNING, 0);
    }

    /** Who has signed no consent in a program under Part 2. */
    public Participant withoutConsent() {
        return steady(Group.EVENING, 0);
    }

    /** Whose claim the payer denies. */
    public Participant denied() {
        return steady(Group.EVENING, 1);
    }

    /** The Monday of the week whose claim is denied. */
    public LocalDate deniedWeek() {
        var wanted = story.anchor().minusWeeks(3);
        var earliest = denied().admittedOn().with(DayOfWeek.MONDAY);
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    /** Who answered the questionnaire's ninth item with more than never. */
    public Participant positiveItem9() {
        return steady(Group.MORNING, 1);
    }

    /** The day of it: the last one of the questionnaires that is over. */
    public LocalDate positiveItem9Day() {
        var first = positiveItem9().admittedOn();
        var yesterday = story.today(positiveItem9().group().place()).minusDays(1);
        long rounds = ChronoUnit.WEEKS.between(first, yesterday) / 2;
        return first.plusWeeks(2 * rounds);
    }

    /** The two whose notes are nearly alike. */
    public List<Participant> alike() {
        return List.of(steady(Group.MORNING, 0), steady(Group.MORNING, 1));
    }

    /** The day of those notes. */
    public LocalDate alikeDay() {
        return story.lastWholeWeek().with(DayOfWeek.TUESDAY);
    }

    /** One of those whose day waits for the missing signature. */
    public Participant unsigned() {
        return steady(Group.VIRTUAL, 1);
    }

    /** The day whose second online group has no signed note. */
    public LocalDate unsignedDay() {
        return story.lastWholeWeek().with(DayOfWeek.THURSDAY);
    }
}
