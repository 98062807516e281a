package care.trellis.messages;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * One of the wordings of {@code content/messages}, with what is filled in. Moments are written in
 * the client's language: a blank named {@code day} gets the day, {@code time} the time, any other
 * both.
 *
 * @param id as the file calls it
 */
public record Wording(String id, Map<String, String> words, Map<String, ZonedDateTime> moments) {

    /** Keeps its own copies. */
    public Wording {
        words = Map.copyOf(words);
        moments = Map.copyOf(moments);
    }

    /** A wording with nothing filled in yet. */
    public static Wording of(String id) {
        return new Wording(id, Map.of(), Map.of());
    }

    /** Fills a blank with words: a link or a figure, never anything about a person. */
    public Wording with(String blank, String filling) {
        var more = new HashMap<>(words);
        more.put(blank, filling);
        return new Wording(id, more, moments);
    }

    /** Fills a blank with a moment, in the zone that it is said in. */
    public Wording with(String blank, ZonedDateTime moment) {
        var more = new HashMap<>(moments);
        more.put(blank, moment);
        return new Wording(id, words, more);
    }

    /** Fills {@code day} and {@code time}. */
    public Wording at(ZonedDateTime moment) {
        return with("day", moment).with("time", moment);
    }

    String filling(String blank, Language language) {
        var words = this.words.get(blank);
        if (words != null) {
            return words;
        }
        var moment = moments.get(blank);
        if (moment == null) {
            throw new IllegalArgumentException("Nothing was filled in for " + blank + " of " + id);
        }
        return switch (blank) {
            case "day" -> language.day(moment);
            case "time" -> language.time(moment);
            default -> language.day(moment) + ", " + language.time(moment);
        };
    }
}
