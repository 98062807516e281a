package care.trellis.engine.instruments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for ranges of a score, from the lowest up. */
record Bands(List<Band> bands) {

    /** One range: it begins here and ends where the next begins. */
    record Band(String word, double from) {}

    /** The word of a value; null below the first band. */
    @Nullable String of(double value) {
        String word = null;
        for (var band : bands) {
            if (value >= band.from()) {
                word = band.word();
            }
        }
        return word;
    }
}
