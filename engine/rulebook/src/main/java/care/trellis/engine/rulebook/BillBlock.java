package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a rulebook puts on the claim when the conditions are met. Of several blocks that give the
 * same key, the later one stands.
 */
record BillBlock(
        Period period,
        List<Test> when,
        List<Test> unless,
        Map<String, Object> values,
        String citation) {

    /** Whether it stands on a day; without a day, at any time. */
    boolean applies(Scene scene, @Nullable LocalDate day) {
        return (day == null || period.covers(day))
                && Test.all(when, scene) == Outcome.PASS
                && (unless.isEmpty() || Test.all(unless, scene) != Outcome.PASS);
    }

    void text(String key, Consumer<String> take) {
        take(key, String.class, take);
    }

    void whole(String key, Consumer<Integer> take) {
        take(key, Integer.class, take);
    }

    void amount(String key, Consumer<BigDecimal> take) {
        take(key, BigDecimal.class, take);
    }

    void flag(String key, Consumer<Boolean> take) {
        take(key, Boolean.class, take);
    }

    @SuppressWarnings("unchecked")
    void list(String key, Consumer<List<String>> take) {
        take(key, List.class, list -> take.accept((List<String>) list));
    }

    private <T> void take(String key, Class<T> type, Consumer<T> take) {
        var value = values.get(key);
        if (value != null) {
            take.accept(type.cast(value));
        }
    }
}
