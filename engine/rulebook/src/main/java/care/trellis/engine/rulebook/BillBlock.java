package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rulebook puts on the claim when the conditions are met. Of several blocks that give the
 * same key, the later one stands.
 */
record BillBlock(Period period, List<Test> when, Map<String, Object> values) {

    @Nullable String text(String key) {
        return (String) values.get(key);
    }

    @SuppressWarnings("unchecked")
    @Nullable List<String> list(String key) {
        return (List<String>) values.get(key);
    }

    @Nullable Boolean flag(String key) {
        return (Boolean) values.get(key);
    }

    @Nullable BigDecimal amount(String key) {
        return (BigDecimal) values.get(key);
    }

    @Nullable Integer whole(String key) {
        return (Integer) values.get(key);
    }
}
