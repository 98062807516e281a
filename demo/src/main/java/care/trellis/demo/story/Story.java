package care.trellis.demo.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * Which clinic is made: the same story makes the same clinic.
 *
 * @param seed chooses names, absences and words
 * @param anchor the Monday of the week in which the story ends
 * @param weeks weeks of history before that week, at least 2
 * @param clients how many people are admitted in all, at least 8: two in each track carry the
 *     planted problems
 * @param domain of the staff's e-mail addresses, which are unique in an installation; it ends in
 *     {@code .example}, so that mail reaches nobody (RFC 2606)
 * @param until the moment up to which things have happened; after it they are only planned
 */
public record Story(
        long seed, LocalDate anchor, int weeks, int clients, String domain, Instant until) {

    /** Where the staff of the demo read their mail. */
    public static final String DOMAIN = "juniper.example";

    /** Refuses what cannot be told. */
    public Story {
        if (anchor.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("The anchor is a Monday, not " + anchor);
        }
        if (weeks < 2 || clients < 8) {
            throw new IllegalArgumentException("A story has 2 weeks and 8 clients at least");
        }
    }

    /** The clinic of the demo: forty people, sixteen weeks and the present one. */
    public static Story upTo(Instant now) {
        var monday =
                now.atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Story(2026, monday, 16, 40, DOMAIN, now);
    }

    /** The Monday on which the clinic opens. */
    public LocalDate opening() {
        return anchor.minusWeeks(weeks);
    }

    /** The Monday of the last whole week: most planted problems lie there. */
    public LocalDate lastWholeWeek() {
        return anchor.minusWeeks(1);
    }

    /** The day of the site on which the story ends. */
    public LocalDate today(Place place) {
        return until.atZone(place.zone()).toLocalDate();
    }
}
