package care.trellis.messages;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A language that messages are written in, and how it says days and times. */
public enum Language {
    EN("English", Locale.US, "EEEE, MMMM d"),
    ES("Spanish", Locale.of("es", "US"), "EEEE d 'de' MMMM");

    private final String label;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    Language(String label, Locale locale, String day) {
        this.label = label;
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.time = DateTimeFormatter.ofPattern("h:mm a", locale);
    }

    /** As people say it. */
    public String label() {
        return label;
    }

    /** The name of the language in a content file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A day with its weekday and no year. */
    String day(ZonedDateTime moment) {
        return plain(day.format(moment));
    }

    /** A time of the day. */
    String time(ZonedDateTime moment) {
        return plain(time.format(moment));
    }

    /** With ordinary spaces: a carrier sends anything else at twice the price. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
