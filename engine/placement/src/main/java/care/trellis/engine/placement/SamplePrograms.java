package care.trellis.engine.placement;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Invented programs to measure proposals on. The same number and seed give the same program: a few
 * less seats than people ask for, working hours and school runs, two sites, three payers with group
 * sizes of their own, and people who may not meet.
 */
public final class SamplePrograms {

    private static final List<DayOfWeek> WEEKDAYS =
            List.of(DayOfWeek.values()).subList(0, DayOfWeek.FRIDAY.getValue());
    private static final List<Payer> PAYERS =
            List.of(
                    new Payer("small-groups", "Copper State Medicaid", 8, Set.of("BHP")),
                    new Payer("licensed-lead", "Northfield Mutual", 0, Set.of("LCSW")),
                    new Payer("plain", "Hadley Health", 12, Set.of()));

    private record Kind(
            String name, String level, int from, int minutes, String language, Set<String> only) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("Morning", "IOP", 9 * 60, 180, "English", Set.of()),
                    new Kind("Evening", "IOP", 17 * 60 + 30, 180, "English", Set.of()),
                    new Kind("Virtual evening", "IOP", 18 * 60, 180, "English", Set.of()),
                    new Kind("Midday", "IOP", 12 * 60 + 30, 180, "English", Set.of()),
                    new Kind(
                            "Women's morning", "IOP", 9 * 60 + 30, 180, "English", Set.of("women")),
                    new Kind("Tarde", "IOP", 17 * 60, 180, "Spanish", Set.of()),
                    new Kind("Adolescents", "IOP", 15 * 60 + 30, 120, "English", Set.of()),
                    new Kind("Day program", "PHP", 9 * 60, 300, "English", Set.of()));

    /** Where the tracks of those who fit into no other stand among the kinds. */
    private static final int SPANISH = 5;

    private static final int YOUNG = 6;
    private static final int INTENSE = 7;

    private final Random random;

    private SamplePrograms(long seed) {
        this.random = new Random(seed);
    }

    /** A program that this many people want to join or are in. */
    public static Question of(int people, long seed) {
        return new SamplePrograms(seed).question(people);
    }

    private Question question(int people) {
        var tracks = new ArrayList<Track>();
        int number = Math.max(3, Math.round(people / 12f));
        for (int i = 0; i < number; i++) {
            tracks.add(track(i));
        }
        var joined = new ArrayList<Person>();
        for (int i = 0; i < people; i++) {
            joined.add(person(i, number));
        }
        var seated = seated(new Question(joined, tracks, PAYERS, List.of()));
        return new Question(seated, tracks, PAYERS, apart(seated));
    }

    private Track track(int i) {
        var kind = KINDS.get(i % KINDS.size());
        boolean video = kind.name().startsWith("Virtual");
        boolean young = i % KINDS.size() == YOUNG;
        var groups = new ArrayList<Group>();
        int seats = 7 + random.nextInt(5);
        var lead = random.nextInt(3) == 0 ? Set.of("LPC") : Set.of("BHP", "LCSW");
        for (var day : WEEKDAYS) {
            if (random.nextInt(5) == 0) {
                continue;
            }
            var limits = new ArrayList<Limit>();
            if (!video) {
                limits.add(new Limit(Limit.Kind.ROOM, seats));
            }
            limits.add(new Limit(Limit.Kind.LICENCE, 12));
            groups.add(
                    new Group(
                            "g%d-%s".formatted(i, day.name().substring(0, 2)),
                            new Window(day, kind.from(), kind.from() + kind.minutes()),
                            video ? Modality.VIDEO : Modality.IN_PERSON,
                            Map.of(),
                            lead,
                            limits,
                            5,
                            8,
                            modules(2)));
        }
        return new Track(
                "t" + i,
                kind.name() + (i < KINDS.size() ? "" : " " + (i / KINDS.size() + 1)),
                kind.level(),
                i % 3 == 2 ? "east" : "main",
                kind.language(),
                young ? 13 : 18,
                young ? 17 : 120,
                kind.only(),
                groups);
    }

    private Person person(int i, int tracks) {
        boolean young = random.nextInt(9) == 0 && tracks > YOUNG;
        boolean woman = random.nextInt(2) == 0;
        boolean intense = !young && random.nextInt(10) == 0 && tracks > INTENSE;
        var tags = woman ? Set.of("women") : Set.<String>of();
        var need =
                new Person.Need(
                        intense ? "PHP" : "IOP",
                        intense ? 1200 : young ? 360 : 540,
                        intense ? 1200 : young ? 360 : 540 + 180 * random.nextInt(2),
                        modules(random.nextInt(6)));
        var fit =
                new Person.Fit(
                        young ? 13 + random.nextInt(5) : 18 + random.nextInt(50),
                        languages(tracks),
                        tags,
                        woman && tracks > 4 && random.nextInt(12) == 0 ? tags : Set.of(),
                        woman && random.nextInt(3) == 0 ? tags : Set.of(),
                        List.of("SUD", "MH", "CO").get(random.nextInt(3)),
                        random.nextInt(4) == 0
                                ? ""
                                : PAYERS.get(random.nextInt(PAYERS.size())).id(),
                        random.nextInt(3) == 0
                                ? Set.of(Modality.IN_PERSON)
                                : Set.of(Modality.IN_PERSON, Modality.VIDEO));
        var travel = Map.of("main", 5 + random.nextInt(40), "east", 5 + random.nextInt(40));
        return new Person(
                "p%03d".formatted(i),
                need,
                fit,
                new Person.Reach(free(young), travel),
                random.nextInt(60),
                null,
                false);
    }

    private Set<String> languages(int tracks) {
        return switch (random.nextInt(8)) {
            case 0 -> Set.of(tracks > SPANISH ? "Spanish" : "English");
            case 1 -> Set.of("English", "Spanish");
            default -> Set.of("English");
        };
    }

    private Set<String> modules(int number) {
        var modules = new HashSet<String>();
        for (int i = 0; i < number; i++) {
            modules.add("m" + random.nextInt(16));
        }
        return modules;
    }

    /** Some come at any time, some by day, some after work, most have a day that they cannot. */
    private List<Window> free(boolean young) {
        int way = young ? 1 : random.nextInt(4);
        if (way == 3) {
            return List.of();
        }
        var never = WEEKDAYS.get(random.nextInt(WEEKDAYS.size()));
        int from = way == 0 ? 8 * 60 : way == 1 ? 15 * 60 : 16 * 60 + 30;
        int to = way == 0 ? 16 * 60 : 22 * 60;
        var free = new ArrayList<Window>();
        for (var day : WEEKDAYS) {
            if (day != never || random.nextInt(3) == 0) {
                free.add(new Window(day, from, to));
            }
        }
        return free;
    }

    /** Four in ten are in the program already, each pinned or not. */
    private List<Person> seated(Question question) {
        var places = FirstFit.places(question);
        var seated = new ArrayList<Person>();
        for (var person : question.people()) {
            var place = places.get(person.id());
            seated.add(
                    place == null || random.nextInt(10) >= 4
                            ? person
                            : new Person(
                                    person.id(),
                                    person.need(),
                                    person.fit(),
                                    person.reach(),
                                    0,
                                    place,
                                    random.nextInt(10) < 7));
        }
        return seated;
    }

    private List<Apart> apart(List<Person> people) {
        var pairs = new ArrayList<Apart>();
        var seen = new HashMap<String, Set<String>>();
        for (int i = 0; i < people.size() / 10; i++) {
            var one = people.get(random.nextInt(people.size()));
            var other = people.get(random.nextInt(people.size()));
            boolean seatedBoth = one.current() != null && other.current() != null;
            if (one != other
                    && !seatedBoth
                    && seen.computeIfAbsent(one.id(), id -> new HashSet<>()).add(other.id())) {
                pairs.add(new Apart(one.id(), other.id()));
            }
        }
        return pairs;
    }
}
