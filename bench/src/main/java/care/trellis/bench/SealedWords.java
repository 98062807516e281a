package care.trellis.bench;

import care.trellis.base.Keys;
import care.trellis.base.Seal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes the words of the sample that the program keeps sealed: the plan's objectives, and what
 * stands in today's notes.
 */
final class SealedWords {

    private static final String NARRATIVE =
            "The group looked at what comes before an urge and what can be done in that minute. "
                    .repeat(5);
    private static final String LINE =
            "Listened, answered, and tried the exercise with a partner. ".repeat(6);
    private static final List<String> OBJECTIVES =
            List.of(
                    "Use two named skills on five days of the week",
                    "Keep one rising time and sleep seven hours on five nights",
                    "Call one person before an urge wins, three times a week");

    private record Row(UUID first, UUID second) {}

    private final Connection owner;
    private final UUID organization;
    private final Seal prose;
    private final Seal notes;

    SealedWords(Connection owner, UUID organization, Keys keys) {
        this.owner = owner;
        this.organization = organization;
        this.prose = new Seal(keys, "clinical-prose");
        this.notes = new Seal(keys, "notes");
    }

    /** Fills every row that was seeded without its words. The caller's transaction goes on. */
    void write() throws SQLException {
        objectives();
        drafts();
        lines();
    }

    private void objectives() throws SQLException {
        var rows = rows("select id, id from plans.objective order by id");
        try (var update =
                owner.prepareStatement("update plans.objective set content = ? where id = ?")) {
            for (int number = 0; number < rows.size(); number++) {
                var id = rows.get(number).first();
                var words =
                        "{\"text\": \"%s\", \"measure\": \"days a week\", \"baseline\": \"1\", \"target\": \"5\"}"
                                .formatted(OBJECTIVES.get(number % OBJECTIVES.size()));
                update.setBytes(1, prose.closeText(words, organization, id));
                update.setObject(2, id);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void drafts() throws SQLException {
        var rows = rows("select session_id, session_id from notes.draft");
        try (var update =
                owner.prepareStatement(
                        "update notes.draft set focus = ?, method = ?, narrative = ? where session_id = ?")) {
            for (var row : rows) {
                set(update, 1, "Urges", row.first());
                set(update, 2, "Cognitive restructuring", row.first());
                set(update, 3, NARRATIVE, row.first());
                update.setObject(4, row.first());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void lines() throws SQLException {
        var rows = rows("select session_id, client_id from notes.draft_line");
        try (var update =
                owner.prepareStatement(
                        "update notes.draft_line set text = ? where session_id = ? and client_id = ?")) {
            for (var row : rows) {
                var own =
                        "Named moment %s of the week and said what helped. "
                                .formatted(row.second().toString().substring(0, 8));
                set(update, 1, own + LINE, row.first(), row.second());
                update.setObject(2, row.first());
                update.setObject(3, row.second());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void set(PreparedStatement update, int column, String words, UUID... place)
            throws SQLException {
        var here = new UUID[place.length + 1];
        here[0] = organization;
        System.arraycopy(place, 0, here, 1, place.length);
        update.setBytes(column, notes.closeText(words, here));
    }

    private List<Row> rows(String sql) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var statement = owner.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(new Row(found.getObject(1, UUID.class), found.getObject(2, UUID.class)));
            }
        }
        return rows;
    }
}
