package care.trellis.setup;

import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** The tracks that most programs have, with a week to begin from: nine to twelve hours each. */
public enum TrackPreset {
    MORNING(
            "Morning",
            "Adults, three groups before lunch",
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
            LocalTime.of(9, 0),
            3,
            60),
    EVENING(
            "Evening",
            "Adults who work, after hours",
            List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
            LocalTime.of(17, 30),
            2,
            90),
    ADOLESCENT(
            "Adolescent",
            "After school",
            List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
            LocalTime.of(15, 30),
            2,
            90),
    VIRTUAL(
            "Virtual",
            "By video, from home",
            List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY),
            LocalTime.of(13, 0),
            2,
            90);

    /** Minutes between two groups. */
    static final int BREAK_MINUTES = 10;

    /** One group of a day. */
    record Group(String title, ServiceType kind) {}

    private static final List<Group> GROUPS =
            List.of(
                    new Group("Process group", ServiceType.GROUP_THERAPY),
                    new Group("Skills group", ServiceType.EDUCATION_GROUP),
                    new Group("Relapse prevention", ServiceType.GROUP_THERAPY),
                    new Group("Movement and art", ServiceType.ACTIVITY_THERAPY));

    private final String label;
    private final String words;
    private final List<DayOfWeek> days;
    private final LocalTime starts;
    private final int groups;
    private final int minutes;

    TrackPreset(
            String label,
            String words,
            List<DayOfWeek> days,
            LocalTime starts,
            int groups,
            int minutes) {
        this.label = label;
        this.words = words;
        this.days = days;
        this.starts = starts;
        this.groups = groups;
        this.minutes = minutes;
    }

    /** The track's name. */
    public String label() {
        return label;
    }

    /** For whom it is. */
    public String words() {
        return words;
    }

    /** The days of the week that it begins with. */
    public List<DayOfWeek> days() {
        return days;
    }

    /** When its first group begins. */
    public LocalTime starts() {
        return starts;
    }

    /** How many groups a day, 1 to 4. */
    public int groups() {
        return groups;
    }

    /** Minutes of each group. */
    public int minutes() {
        return minutes;
    }

    /** How people meet. */
    public Modality meets() {
        return this == VIRTUAL ? Modality.VIDEO : Modality.IN_PERSON;
    }

    /** The groups of a day, in order. */
    static List<Group> groups(int count) {
        return GROUPS.subList(0, Math.clamp(count, 1, GROUPS.size()));
    }
}
