package care.trellis.setup;

import care.trellis.base.Problem;
import care.trellis.organizations.LevelOfCare;
import care.trellis.sessions.Recurrence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a draft comes to: the settings that it would make, people who are new, and what is missing
 * or wrong at which step.
 */
public final class SetupPlan {

    /** Stands for what is typed beside a list instead of chosen from it. */
    public static final String NEW = "NEW";

    /** How many new people one setup can name. */
    public static final int NEW_PEOPLE = 4;

    /** Dated sessions are made so many weeks ahead. */
    public static final int WEEKS = 16;

    /** Somebody who is not on record yet. */
    public record Person(String givenName, String familyName, String credential) {

        /** First and last name. */
        public String name() {
            return (givenName + " " + familyName).strip();
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "Person[]";
        }
    }

    private final Draft draft;
    private final Map<SetupStep, List<Problem>> problems = new EnumMap<>(SetupStep.class);
    private final List<Person> people = new ArrayList<>();
    private final List<SettingsFile.Track> tracks = new ArrayList<>();
    private final List<SettingsFile.Room> rooms = new ArrayList<>();
    private final Set<DayOfWeek> days = new HashSet<>();
    private int minutesADay;

    private final List<Agreement> agreements;

    private SetupPlan(Draft draft) {
        this.draft = draft;
        this.agreements = Agreement.read(draft);
    }

    /** Reads a draft; {@code staff} are the names of those on record. */
    public static SetupPlan of(Draft draft, Set<String> staff) {
        var plan = new SetupPlan(draft);
        plan.program();
        plan.people();
        for (var preset : plan.chosen()) {
            plan.track(preset, staff);
        }
        if (plan.chosen().isEmpty()) {
            plan.refuse(SetupStep.TRACKS, "track", "Choose at least one track.");
        }
        Meetings.of(plan.chosen(), plan.tracks)
                .forEach(one -> plan.require(false, SetupStep.PEOPLE, one.field(), one.message()));
        Agreement.wrong(plan.agreements)
                .forEach(one -> plan.require(false, SetupStep.RULES, one.field(), one.message()));
        return plan;
    }

    /** What is missing or wrong at a step; nothing where it is complete. */
    public List<Problem> problems(SetupStep step) {
        return problems.getOrDefault(step, List.of());
    }

    /** Whether every step is complete. */
    public boolean complete() {
        return problems.values().stream().allMatch(List::isEmpty);
    }

    /** Its tracks with their weeks, as far as they are readable. */
    public List<SettingsFile.Track> tracks() {
        return List.copyOf(tracks);
    }

    /** People who are new. */
    public List<Person> newPeople() {
        return List.copyOf(people);
    }

    /** Payers that are put under contract from the first day on. */
    public List<Agreement> agreements() {
        return agreements;
    }

    /** The first day of the program; nothing while it is not readable. */
    public @Nullable LocalDate from() {
        return first();
    }

    /** Whether the outline of the curriculum is laid over the weeks. */
    public boolean teaches() {
        return draft.answer("curriculum").equals("true");
    }

    /** The program's name. */
    public String programName() {
        return draft.answer("name").strip();
    }

    /** The name of its site, on record or new. */
    public String siteName() {
        return draft.answer("site").equals(NEW)
                ? draft.answer("newSite").strip()
                : draft.answer("site");
    }

    /** All of it as a file would say it. */
    SettingsFile file() {
        var kind = kind();
        boolean fresh = draft.answer("site").equals(NEW);
        var hours =
                BigDecimal.valueOf(Math.max(60, minutesADay))
                        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
        return new SettingsFile(
                fresh || !rooms.isEmpty()
                        ? List.of(new SettingsFile.Site(0, siteName(), draft.answer("zone"), rooms))
                        : List.of(),
                List.of(
                        new SettingsFile.Program(
                                0,
                                programName(),
                                siteName(),
                                LevelOfCare.IOP,
                                draft.answer("setting").isEmpty()
                                        ? "FREESTANDING"
                                        : draft.answer("setting"),
                                kind.programType(),
                                kind.part2(),
                                draft.answer("licence").isEmpty() ? null : draft.answer("licence"),
                                Math.max(1, days.size()),
                                hours)),
                tracks);
    }

    private ProgramKind kind() {
        return Arrays.stream(ProgramKind.values())
                .filter(kind -> kind.name().equals(draft.answer("kind")))
                .findFirst()
                .orElse(ProgramKind.MENTAL_HEALTH);
    }

    private void program() {
        require(
                !programName().isEmpty() && programName().length() <= 60,
                SetupStep.PROGRAM,
                "name",
                "Name the program, such as Adult IOP.");
        require(!siteName().isEmpty(), SetupStep.PROGRAM, "newSite", "Name the new site.");
        require(
                !draft.answer("zone").isEmpty(),
                SetupStep.PROGRAM,
                "zone",
                "Choose the clock that the site keeps.");
        require(first() != null, SetupStep.PROGRAM, "from", "Enter the first day.");
    }

    private @Nullable LocalDate first() {
        try {
            return LocalDate.parse(draft.answer("from"));
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private void people() {
        for (int i = 1; i <= NEW_PEOPLE; i++) {
            var person =
                    new Person(
                            draft.answer("given" + i).strip(),
                            draft.answer("family" + i).strip(),
                            draft.answer("credential" + i).strip());
            if (person.name().isEmpty()) {
                continue;
            }
            require(
                    !person.givenName().isEmpty()
                            && !person.familyName().isEmpty()
                            && !person.credential().isEmpty(),
                    SetupStep.PEOPLE,
                    "given" + i,
                    "A person needs first name, last name and a credential.");
            people.add(person);
        }
    }

    /** The tracks that were ticked, in their usual order. */
    public List<TrackPreset> chosen() {
        return Arrays.stream(TrackPreset.values())
                .filter(preset ->
                        draft.answers().getOrDefault("track", List.of()).contains(preset.name()))
                .toList();
    }

    private void track(TrackPreset preset, Set<String> staff) {
        var tag = "-" + preset.name();
        var on =
                draft.answers().getOrDefault("days" + tag, List.of()).stream()
                        .map(DayOfWeek::valueOf)
                        .toList();
        require(!on.isEmpty(), SetupStep.TRACKS, "days" + tag, "Choose its days.");
        int groups = whole("groups" + tag, 1, 4, "One to four groups a day.");
        int minutes = whole("minutes" + tag, 15, 240, "A group lasts 15 to 240 minutes.");
        var starts = time("starts" + tag);
        var lead = name(draft.answer("lead" + tag));
        var with = name(draft.answer("coLead" + tag));
        require(
                staff.contains(lead) || people.stream().anyMatch(one -> one.name().equals(lead)),
                SetupStep.PEOPLE,
                "lead" + tag,
                "Choose who leads.");
        require(
                with.isEmpty() || !with.equals(lead),
                SetupStep.PEOPLE,
                "coLead" + tag,
                "The second facilitator is another person.");
        var room = room(preset, tag);
        var from = first();
        if (on.isEmpty() || groups == 0 || minutes == 0 || starts == null || from == null) {
            return;
        }
        days.addAll(on);
        minutesADay = Math.max(minutesADay, groups * minutes);
        var blocks = new ArrayList<SettingsFile.Block>();
        var at = starts;
        for (var group : TrackPreset.groups(groups)) {
            blocks.add(
                    new SettingsFile.Block(
                            0,
                            preset.label(),
                            siteName(),
                            group.title(),
                            group.kind(),
                            Recurrence.weekly(1, on),
                            at,
                            minutes,
                            preset.meets(),
                            room,
                            lead,
                            with.isEmpty() ? null : with,
                            from,
                            null));
            at = at.plusMinutes(minutes + TrackPreset.BREAK_MINUTES);
        }
        tracks.add(new SettingsFile.Track(0, preset.label(), programName(), siteName(), blocks));
    }

    private @Nullable String room(TrackPreset preset, String tag) {
        var room = draft.answer("room" + tag);
        if (preset == TrackPreset.VIRTUAL || room.isEmpty()) {
            require(
                    preset == TrackPreset.VIRTUAL,
                    SetupStep.PEOPLE,
                    "room" + tag,
                    "Choose a room, or name a new one.");
            return null;
        }
        if (!room.equals(NEW)) {
            return room;
        }
        var name = draft.answer("newRoom" + tag).strip();
        require(!name.isEmpty(), SetupStep.PEOPLE, "newRoom" + tag, "Name the new room.");
        int seats = whole("seats" + tag, 1, 500, "A room seats 1 to 500 people.");
        if (!name.isEmpty()
                && seats > 0
                && rooms.stream().noneMatch(one -> one.name().equals(name))) {
            rooms.add(new SettingsFile.Room(0, siteName(), name, seats));
        }
        return name;
    }

    /** A new person is chosen as {@code NEW2} and known by the name typed there. */
    private String name(String chosen) {
        if (!chosen.startsWith(NEW)) {
            return chosen;
        }
        var number = chosen.substring(NEW.length());
        return (draft.answer("given" + number).strip()
                        + " "
                        + draft.answer("family" + number).strip())
                .strip();
    }

    private @Nullable LocalTime time(String field) {
        try {
            return LocalTime.parse(draft.answer(field));
        } catch (DateTimeException noTime) {
            refuse(SetupStep.TRACKS, field, "Write the time as 09:00.");
            return null;
        }
    }

    private int whole(String field, int least, int most, String fix) {
        var step = field.startsWith("seats") ? SetupStep.PEOPLE : SetupStep.TRACKS;
        try {
            int number = Integer.parseInt(draft.answer(field).strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below, as for one out of range
        }
        refuse(step, field, fix);
        return 0;
    }

    private void require(boolean holds, SetupStep step, String field, String fix) {
        if (!holds && problems(step).stream().noneMatch(one -> one.field().equals(field))) {
            refuse(step, field, fix);
        }
    }

    private void refuse(SetupStep step, String field, String fix) {
        problems.computeIfAbsent(step, first -> new ArrayList<>())
                .add(new Problem(field, "SETUP", fix));
    }
}
