package care.trellis.episodes;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The list of ICD-10-CM codes in {@code content/codes}, searched by words or by the beginning of a
 * code. It is a starter list: a code that is not in it may be right all the same.
 */
@Component
public class DiagnosisCodes {

    /** How many codes a search answers at most. */
    public static final int MOST_FOUND = 12;

    /**
     * One code.
     *
     * @param from the first day it may be used
     * @param to the last day; null while it may be used
     */
    public record Code(String code, String title, LocalDate from, @Nullable LocalDate to) {

        /** Whether it may be used for a service of that day. */
        public boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    private final List<Code> codes;

    DiagnosisCodes() throws IOException {
        try (var file =
                        Objects.requireNonNull(
                                DiagnosisCodes.class.getResourceAsStream(
                                        "/content/codes/icd-10-cm.csv"));
                var rows =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(file, StandardCharsets.UTF_8))) {
            this.codes =
                    rows.stream()
                            .map(row ->
                                    new Code(
                                            row.getField("code"),
                                            row.getField("title"),
                                            LocalDate.parse(row.getField("from")),
                                            row.getField("to").isEmpty()
                                                    ? null
                                                    : LocalDate.parse(row.getField("to"))))
                            .toList();
        }
    }

    /** The code as it is written, whatever day it holds on. */
    public Optional<Code> find(String code) {
        var wanted = code.strip().toUpperCase(Locale.ROOT);
        return codes.stream().filter(one -> one.code().equals(wanted)).findFirst();
    }

    /**
     * Codes of that day whose title holds the beginning of every word typed, or that begin with
     * what was typed; those whose title begins with it come first.
     */
    public List<Code> search(String typed, LocalDate day) {
        var words = Arrays.asList(typed.strip().toLowerCase(Locale.ROOT).split("[^a-z0-9.]+"));
        if (words.stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        return codes.stream()
                .filter(code -> code.holdsOn(day) && fits(code, words))
                .sorted(
                        Comparator.comparing((Code code) ->
                                        !code.title()
                                                .toLowerCase(Locale.ROOT)
                                                .startsWith(words.getFirst()))
                                .thenComparing(Code::code))
                .limit(MOST_FOUND)
                .toList();
    }

    private static boolean fits(Code code, List<String> words) {
        if (words.size() == 1
                && code.code().toLowerCase(Locale.ROOT).startsWith(words.getFirst())) {
            return true;
        }
        var title = " " + code.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ");
        return words.stream().allMatch(word -> title.contains(" " + word));
    }
}
