package care.trellis.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How much two texts are alike: the share of their words that stand in both in the same order, as 2
 * × common ÷ all (the Dice measure over the longest common subsequence). Case and punctuation do
 * not count. Pure; it is asked only about a clinician's own words, never about what templates
 * wrote.
 */
final class Individuality {

    /** From here on a reader is warned. */
    static final int ALIKE = 85;

    /** Word for word the same. */
    static final int IDENTICAL = 100;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Individuality() {}

    /** The words of a text as they are compared. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            words.add(found.group());
        }
        return words;
    }

    /**
     * Whole percent from 0 to 100; 100 only where every word is the same. Two texts without words
     * are not alike.
     */
    static int percent(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.equals(other)) {
            return IDENTICAL;
        }
        int all = one.size() + other.size();
        int atMost = share(shared(one, other), all);
        // Order can only take away: where this is little, the exact figure cannot matter.
        return atMost < ALIKE ? atMost : share(inOrder(one, other), all);
    }

    private static int share(int common, int all) {
        return Math.min(IDENTICAL - 1, 200 * common / all);
    }

    /** How many words stand in both, in any order. */
    private static int shared(List<String> one, List<String> other) {
        Map<String, Integer> left = new HashMap<>();
        one.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : other) {
            if (left.getOrDefault(word, 0) > 0) {
                left.merge(word, -1, Integer::sum);
                common++;
            }
        }
        return common;
    }

    /**
     * The length of the longest common subsequence, a row at a time. What both begin and end with
     * is counted without comparing, and words become numbers first: a group of twelve is compared
     * with itself at every save.
     */
    private static int inOrder(List<String> one, List<String> other) {
        int begin = 0;
        int ends = Math.min(one.size(), other.size());
        while (begin < ends && one.get(begin).equals(other.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < ends - begin
                && one.get(one.size() - 1 - end).equals(other.get(other.size() - 1 - end))) {
            end++;
        }
        var numbers = new HashMap<String, Integer>();
        int[] rows = numbered(one.subList(begin, one.size() - end), numbers);
        int[] columns = numbered(other.subList(begin, other.size() - end), numbers);
        int[] above = new int[columns.length + 1];
        for (int word : rows) {
            int diagonal = 0;
            for (int column = 1; column < above.length; column++) {
                int kept = above[column];
                above[column] =
                        word == columns[column - 1]
                                ? diagonal + 1
                                : Math.max(above[column], above[column - 1]);
                diagonal = kept;
            }
        }
        return begin + end + above[columns.length];
    }

    private static int[] numbered(List<String> words, Map<String, Integer> numbers) {
        return words.stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, first -> numbers.size()))
                .toArray();
    }
}
