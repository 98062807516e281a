package care.trellis.demo.story;

import care.trellis.notes.NoteFormat;
import care.trellis.notes.NoteKind;
import care.trellis.notes.Place;
import java.time.LocalTime;
import java.util.List;

/** Contacts outside the groups, and what is written of them. They recur each week. */
public enum Contact {
    MOTHER_CALLED(
            Colleague.MARIA,
            1,
            "12:40",
            15,
            NoteKind.COLLATERAL,
            NoteFormat.FREE,
            Place.PHONE,
            "Mother",
            "Release on file for the mother",
            List.of(
                    "Mother called to ask how evenings can be made calmer. She describes fewer arguments this week. Told her what the program offers families; nothing from the groups was shared.")),
    BUS_PASS(
            Colleague.JIN,
            2,
            "13:05",
            20,
            NoteKind.CASE_MANAGEMENT,
            NoteFormat.DAP,
            Place.OFFICE,
            "",
            "",
            List.of(
                    "Missed Monday because the bus pass had run out.",
                    "Transport is the main barrier this month.",
                    "Applied for a monthly pass with the county; answer in three days. Ride arranged until then.")),
    EVENING_CALL(
            Colleague.MARIA,
            3,
            "18:10",
            25,
            NoteKind.CRISIS,
            NoteFormat.BIRP,
            Place.PHONE,
            "",
            "",
            List.of(
                    "Called after an argument at home, tearful, speaking fast.",
                    "Slowed down together, went through the steps of the crisis plan, agreed where to spend the night.",
                    "Calmer after ten minutes; named the sister as the person to be with.",
                    "Sister confirmed by phone. Seen tomorrow before group.")),
    PEER_WALK(
            Colleague.DEVAN,
            4,
            "16:20",
            40,
            NoteKind.PEER_SUPPORT,
            NoteFormat.FREE,
            Place.COMMUNITY,
            "",
            "",
            List.of(
                    "Walked to a mutual-help meeting together for the first time and stayed for the coffee after. Wants to go alone next week.")),
    SLEEP_REVIEW(
            Colleague.NADIA,
            4,
            "11:00",
            20,
            NoteKind.MEDICATION,
            NoteFormat.SOAP,
            Place.VIDEO,
            "",
            "",
            List.of(
                    "Sleeps five to six hours, wakes at three. No side effects noticed.",
                    "Alert, speech and pace as usual.",
                    "Sleep improved since the last visit, not yet restored.",
                    "No change today. Sleep diary for two weeks, then again.")),
    PARENTS(
            Colleague.MARIA,
            5,
            "12:50",
            45,
            NoteKind.FAMILY,
            NoteFormat.DAP,
            Place.OFFICE,
            "Partner",
            "Release signed at admission",
            List.of(
                    "Both spoke about who does what in the morning. Two agreements were written down.",
                    "The tone is warmer than a month ago; both can say what they need.",
                    "Try the agreements for two weeks and come again."));

    private final Colleague author;
    private final int day;
    private final LocalTime starts;
    private final int minutes;
    private final NoteKind kind;
    private final NoteFormat format;
    private final Place place;
    private final String others;
    private final String allowedBy;
    private final List<String> parts;

    Contact(
            Colleague author,
            int day,
            String starts,
            int minutes,
            NoteKind kind,
            NoteFormat format,
            Place place,
            String others,
            String allowedBy,
            List<String> parts) {
        this.author = author;
        this.day = day;
        this.starts = LocalTime.parse(starts);
        this.minutes = minutes;
        this.kind = kind;
        this.format = format;
        this.place = place;
        this.others = others;
        this.allowedBy = allowedBy;
        this.parts = parts;
    }

    /** Who meets the client and writes. */
    public Colleague author() {
        return author;
    }

    /** The day of the week, 1 for Monday. */
    public int day() {
        return day;
    }

    /** When it begins, in the site's own time. */
    public LocalTime starts() {
        return starts;
    }

    /** How long it takes. */
    public int minutes() {
        return minutes;
    }

    /** What sort of contact. */
    public NoteKind kind() {
        return kind;
    }

    /** In which format it is written. */
    public NoteFormat format() {
        return format;
    }

    /** Where. */
    public Place place() {
        return place;
    }

    /** Who else took part. */
    public String others() {
        return others;
    }

    /** What allows talking to them. */
    public String allowedBy() {
        return allowedBy;
    }

    /** The words, one text for each heading. */
    public List<String> parts() {
        return parts;
    }
}
