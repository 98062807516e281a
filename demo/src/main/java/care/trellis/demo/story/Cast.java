package care.trellis.demo.story;

import care.trellis.clients.Person;
import care.trellis.clients.Sex;
import care.trellis.demo.story.Participant.Illness;
import care.trellis.demo.story.Participant.Relative;
import care.trellis.demo.story.Participant.Scores;
import care.trellis.episodes.DischargeReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Invents the people. The first two of each track are steady and stay through the last week: the
 * planted problems are theirs. The others come and go, the last one in the present week.
 */
final class Cast {

    private static final List<Illness> MOOD =
            List.of(
                    new Illness("F33.1", "Major depressive disorder, recurrent, moderate"),
                    new Illness("F41.1", "Generalized anxiety disorder"),
                    new Illness("F32.2", "Major depressive disorder, single episode, severe"),
                    new Illness("F43.10", "Post-traumatic stress disorder"));
    private static final List<Illness> USE =
            List.of(
                    new Illness("F10.20", "Alcohol dependence, uncomplicated"),
                    new Illness("F14.20", "Cocaine dependence, uncomplicated"),
                    new Illness("F11.20", "Opioid dependence, uncomplicated"));

    private static final List<String> GOALS_OF_MOOD =
            List.of(
                    "Sleep six hours on five nights of the week",
                    "Leave the house once a day",
                    "Use two coping skills before a panic attack peaks",
                    "Call one friend a week",
                    "Return to school or work part-time",
                    "Name three early warning signs");
    private static final List<String> GOALS_OF_USE =
            List.of(
                    "No use for thirty days in a row",
                    "Attend two peer meetings a week",
                    "Keep a plan for high-risk evenings",
                    "Repair trust with one family member",
                    "Name and avoid five triggers");

    private final Story story;
    private final Random random;
    private final List<String> given;
    private final List<String> family;

    private Cast(Story story) {
        this.story = story;
        this.random = new Random(story.seed());
        this.given = shuffled(Names.GIVEN);
        this.family = shuffled(Names.FAMILY);
    }

    /** Everybody, by number. */
    static List<Participant> of(Story story) {
        var cast = new Cast(story);
        var people = new ArrayList<Participant>();
        int[] place = new int[Group.values().length];
        for (int number = 1; number <= story.clients(); number++) {
            var group = Group.values()[(number - 1) % Group.values().length];
            people.add(cast.invent(number, group, place[group.ordinal()]++));
        }
        return people;
    }

    private Participant invent(int number, Group group, int place) {
        boolean core = place < 2;
        var admittedOn = group.firstMeeting(monday(place));
        int stay = 6 + random.nextInt(4);
        var leaves = core ? null : lastMeeting(group, admittedOn.plusWeeks(stay - 1));
        var insurer = insurer(group, place);
        return new Participant(
                number,
                person(number, group, insurer, admittedOn),
                group,
                insurer,
                pick(group == Group.EVENING ? USE : MOOD),
                admittedOn,
                leaves,
                reason(),
                !(group == Group.EVENING && place == 0),
                core,
                new Scores(12 + random.nextInt(9), 9 + random.nextInt(9)),
                goals(group == Group.EVENING ? GOALS_OF_USE : GOALS_OF_MOOD),
                relative(number, group));
    }

    /** The steady ones came some weeks ago; the others are spread over the whole story. */
    private LocalDate monday(int place) {
        if (place < 2) {
            return story.opening().plusWeeks(Math.max(0, story.weeks() - 6 + 2L * place));
        }
        int others = Math.max(1, story.clients() / Group.values().length - 3);
        long week = Math.round((place - 2) * (double) story.weeks() / others);
        return story.opening().plusWeeks(Math.min(week, story.weeks()));
    }

    private static LocalDate lastMeeting(Group group, LocalDate monday) {
        var next = group.firstMeeting(monday);
        return next.isBefore(monday.plusWeeks(1)) ? next : monday;
    }

    private static Insurer insurer(Group group, int place) {
        return switch (group) {
            case MORNING -> place % 3 == 1 ? Insurer.HERITAGE : Insurer.SUMMIT;
            case EVENING, VIRTUAL -> Insurer.SUMMIT;
            case ADOLESCENT -> Insurer.OCOTILLO;
        };
    }

    private Person person(int number, Group group, Insurer insurer, LocalDate admittedOn) {
        int age =
                group == Group.ADOLESCENT
                        ? 13 + random.nextInt(5)
                        : insurer == Insurer.HERITAGE
                                ? 66 + random.nextInt(8)
                                : 20 + random.nextInt(42);
        var born = admittedOn.minusYears(age).minusDays(1 + random.nextInt(360));
        var site = group.place();
        return new Person(
                given.get((number - 1) % given.size()),
                family.get((number - 1) % family.size()),
                "",
                born,
                random.nextInt(20) == 0 ? Sex.U : random.nextBoolean() ? Sex.F : Sex.M,
                phone(site, number),
                "",
                new Person.Address(
                        100 + number + " " + pick(Names.STREETS),
                        site.city(),
                        site.state(),
                        site.postalCode().substring(0, 5)));
    }

    private Relative relative(int number, Group group) {
        String relationship =
                group == Group.ADOLESCENT
                        ? pick(List.of("mother", "father", "grandmother"))
                        : pick(List.of("sister", "brother", "partner", "friend"));
        return new Relative(
                pick(given) + " " + family.get((number - 1) % family.size()),
                relationship,
                phone(group.place(), number + 40));
    }

    /** 555-0100 to 555-0199 are kept for fiction. */
    private static String phone(Place place, int number) {
        return "(%s) 555-01%02d".formatted(place == Place.HOLLOW ? "828" : "602", number % 100);
    }

    private DischargeReason reason() {
        int of10 = random.nextInt(10);
        return of10 < 6
                ? DischargeReason.COMPLETED
                : of10 < 8
                        ? DischargeReason.LEFT_AGAINST_ADVICE
                        : of10 < 9 ? DischargeReason.LOST_CONTACT : DischargeReason.TRANSFERRED;
    }

    private List<String> goals(List<String> from) {
        int first = random.nextInt(from.size());
        int second = (first + 1 + random.nextInt(from.size() - 1)) % from.size();
        return List.of(from.get(first), from.get(second));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private List<String> shuffled(List<String> names) {
        var copy = new ArrayList<>(names);
        Collections.shuffle(copy, random);
        return copy;
    }
}
