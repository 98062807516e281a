package care.trellis.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many rows in one statement: each column goes over as an array of text that SQL casts. */
final class Columns {

    private Columns() {}

    static <T> @Nullable String[] of(
            Collection<T> rows, Function<T, ? extends @Nullable Object> column) {
        var texts = new @Nullable String[rows.size()];
        int at = 0;
        for (var row : rows) {
            Object value = column.apply(row);
            texts[at++] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** A list as PostgreSQL writes an array of codes; none of them holds a quote or a backslash. */
    static String array(List<String> codes) {
        return "{" + String.join(",", codes.stream().map(code -> '"' + code + '"').toList()) + "}";
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
