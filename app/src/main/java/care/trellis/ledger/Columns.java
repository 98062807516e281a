package care.trellis.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as arrays for one statement, and values of a row that may be absent. */
final class Columns {

    private Columns() {}

    /** One column of many rows, as text; the statement casts it to its type. */
    static <T> @Nullable String[] of(Collection<T> rows, Function<T, @Nullable Object> column) {
        var texts = new @Nullable String[rows.size()];
        int i = 0;
        for (var row : rows) {
            var value = column.apply(row);
            texts[i++] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** Ids as one array. */
    static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
