package care.trellis.demo.story;

import static care.trellis.sessions.ServiceType.ACTIVITY_THERAPY;
import static care.trellis.sessions.ServiceType.EDUCATION_GROUP;
import static care.trellis.sessions.ServiceType.GROUP_THERAPY;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four tracks and their weeks. On every day of the week at least one of them meets. */
public enum Group {
    MORNING(
            Offer.ADULT,
            "Morning",
            "Room A",
            List.of(MONDAY, TUESDAY, WEDNESDAY, FRIDAY),
            List.of(
                    new Block(
                            "09:00",
                            60,
                            "Process group",
                            GROUP_THERAPY,
                            Colleague.MARIA,
                            Colleague.JIN),
                    new Block(
                            "10:10",
                            60,
                            "Skills for the day",
                            EDUCATION_GROUP,
                            Colleague.JIN,
                            null),
                    new Block(
                            "11:20",
                            60,
                            "Movement and art",
                            ACTIVITY_THERAPY,
                            Colleague.MARIA,
                            null))),
    EVENING(
            Offer.RECOVERY,
            "Evening",
            "Room 2",
            List.of(MONDAY, TUESDAY, THURSDAY),
            List.of(
                    new Block(
                            "17:30",
                            90,
                            "Relapse prevention",
                            GROUP_THERAPY,
                            Colleague.IVY,
                            Colleague.DEVAN),
                    new Block(
                            "19:10", 90, "Recovery skills", EDUCATION_GROUP, Colleague.IVY, null))),
    ADOLESCENT(
            Offer.ADOLESCENT,
            "Adolescent",
            "Room 1",
            List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY),
            List.of(
                    new Block(
                            "15:30",
                            90,
                            "Teen process group",
                            GROUP_THERAPY,
                            Colleague.SELMA,
                            Colleague.TOMAS),
                    new Block(
                            "17:10",
                            90,
                            "Emotion skills",
                            EDUCATION_GROUP,
                            Colleague.TOMAS,
                            null))),
    VIRTUAL(
            Offer.VIRTUAL,
            "Virtual",
            null,
            List.of(TUESDAY, THURSDAY, SATURDAY, SUNDAY),
            List.of(
                    new Block(
                            "13:00",
                            90,
                            "Online process group",
                            GROUP_THERAPY,
                            Colleague.JIN,
                            null),
                    new Block(
                            "14:40", 90, "Online skills", EDUCATION_GROUP, Colleague.MARIA, null)));

    /**
     * One group of each of the track's days.
     *
     * @param minutes planned
     * @param coLead a second facilitator, who signs after the first
     */
    public record Block(
            LocalTime starts,
            int minutes,
            String title,
            ServiceType service,
            Colleague lead,
            @Nullable Colleague coLead) {

        Block(
                String starts,
                int minutes,
                String title,
                ServiceType service,
                Colleague lead,
                @Nullable Colleague coLead) {
            this(LocalTime.parse(starts), minutes, title, service, lead, coLead);
        }

        /** When it is over. */
        public LocalTime ends() {
            return starts.plusMinutes(minutes);
        }
    }

    private final Offer offer;
    private final String label;
    private final @Nullable String room;
    private final List<DayOfWeek> days;
    private final List<Block> blocks;

    Group(
            Offer offer,
            String label,
            @Nullable String room,
            List<DayOfWeek> days,
            List<Block> blocks) {
        this.offer = offer;
        this.label = label;
        this.room = room;
        this.days = days;
        this.blocks = blocks;
    }

    /** The program it belongs to. */
    public Offer offer() {
        return offer;
    }

    /** The site. */
    public Place place() {
        return offer.place();
    }

    /** The track's name. */
    public String label() {
        return label;
    }

    /** Where it meets; none by video. */
    public @Nullable String room() {
        return room;
    }

    /** The days it meets. */
    public List<DayOfWeek> days() {
        return days;
    }

    /**
     * The groups of a day, in order. Once a week the prescriber leads the adolescents' second
     * group, as their payer asks.
     */
    public List<Block> blocks(DayOfWeek day) {
        if (this != ADOLESCENT || day != WEDNESDAY) {
            return blocks;
        }
        var second = blocks.getLast();
        return List.of(
                blocks.getFirst(),
                new Block(
                        second.starts(),
                        second.minutes(),
                        "Medication and sleep",
                        EDUCATION_GROUP,
                        Colleague.NADIA,
                        Colleague.TOMAS));
    }

    /** How people meet. */
    public Modality modality() {
        return this == VIRTUAL ? Modality.VIDEO : Modality.IN_PERSON;
    }

    /** The first day it meets on or after that one. */
    public LocalDate firstMeeting(LocalDate from) {
        return from.datesUntil(from.plusWeeks(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .findFirst()
                .orElseThrow();
    }

    /** Minutes of service a week, which the plans prescribe. */
    public int minutesPerWeek() {
        return days.stream().flatMap(day -> blocks(day).stream()).mapToInt(Block::minutes).sum();
    }
}
