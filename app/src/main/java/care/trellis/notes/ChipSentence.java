package care.trellis.notes;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns taps into plain sentences by the open templates. Pure: the same taps give the same words,
 * and no client is named in them.
 */
final class ChipSentence {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final List<String> TIMES =
            List.of(
                    "",
                    "once",
                    "twice",
                    "three times",
                    "four times",
                    "five times",
                    "six times",
                    "seven times",
                    "eight times",
                    "nine times",
                    "ten times");

    private ChipSentence() {}

    /**
     * What one client was seen to do; empty where nothing was tapped and no level is set.
     *
     * @param participation 1 to 4, or null
     */
    static String of(
            ChipBook book, List<Chip> chips, @Nullable Integer participation, ZoneId zone) {
        var did = new ArrayList<String>();
        for (var template : book.templates()) {
            long times = chips.stream().filter(chip -> chip.code().equals(template.code())).count();
            if (times > 0 && !template.event()) {
                did.add(template.says().replace("{times}", times(times)));
            }
        }
        var sentences = new ArrayList<String>();
        first(book.level(participation), did, sentences);
        chips.stream()
                .sorted(Comparator.comparing(Chip::at))
                .forEach(chip ->
                        book.find(chip.code())
                                .filter(ChipBook.Template::event)
                                .ifPresent(it -> sentences.add(event(it, chip.at(), zone))));
        return String.join(" ", sentences);
    }

    private static void first(String level, List<String> did, List<String> sentences) {
        if (!level.isEmpty() && !did.isEmpty()) {
            sentences.add(level + ": " + joined(did) + ".");
        } else if (!level.isEmpty()) {
            sentences.add(level + ".");
        } else if (!did.isEmpty()) {
            sentences.add(capital(joined(did)) + ".");
        }
    }

    private static String event(ChipBook.Template template, Instant at, ZoneId zone) {
        return template.says().replace("{at}", TIME.format(at.atZone(zone))) + ".";
    }

    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    private static String times(long count) {
        return count < TIMES.size() ? TIMES.get((int) count) : count + " times";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
