package care.trellis.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The habits of the SQL, read from the source: text blocks, and short statements in quotes. */
class StatementsTest {

    private record Statement(String room, Path file, String sql) {

        @Override
        public String toString() {
            return file + ": " + sql.strip().lines().findFirst().orElse("");
        }
    }

    private static final Path SOURCE = Path.of("src/main/java/care/trellis");
    private static final Set<String> ROOMS =
            Set.of(
                    "base",
                    "audit",
                    "organizations",
                    "access",
                    "payers",
                    "clients",
                    "messages",
                    "outreach",
                    "downtime",
                    "episodes",
                    "sessions",
                    "attendance",
                    "measures",
                    "medications",
                    "drugtests",
                    "notes",
                    "safety",
                    "plans",
                    "papers",
                    "admissions",
                    "curricula",
                    "authorizations",
                    "ledger",
                    "billing",
                    "imports");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SQL =
            Pattern.compile(
                    "^\\s*(with|select|insert into|update|delete from)\\b.*", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z]+)\\.([a-z_0-9]+)");

    @Test
    void another_room_is_read_only_through_what_it_publishes() {
        var trespasses = new ArrayList<String>();
        for (var statement : statements()) {
            var tables = TABLE.matcher(statement.sql());
            while (tables.find()) {
                var room = tables.group(1);
                if (ROOMS.contains(room)
                        && !room.equals(statement.room())
                        && !tables.group(2).startsWith("public_")
                        && !tables.group().contains("find_sign_in_name")) {
                    trespasses.add(statement + " reads " + room + "." + tables.group(2));
                }
            }
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void every_statement_on_tenant_tables_names_the_organization() {
        assertThat(statements())
                .filteredOn(it -> {
                    var table = TABLE.matcher(it.sql());
                    return table.find()
                            && ROOMS.contains(table.group(1))
                            && !table.group().contains("find_sign_in_name");
                })
                .isNotEmpty()
                .allMatch(it -> it.sql().contains("organization_id"));
    }

    @Test
    void nobody_sets_the_organization_in_passing() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile).filter(StatementsTest::isText))
                    .noneMatch(file -> code(file).contains("set_config("));
        }
    }

    private static boolean isText(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".sql");
    }

    private static List<Statement> statements() {
        var found = new ArrayList<Statement>();
        try (var files = Files.walk(SOURCE)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> {
                        var room = SOURCE.relativize(file).getName(0).toString();
                        var texts = TEXT.matcher(code(file));
                        while (texts.find()) {
                            var text = texts.group(1) != null ? texts.group(1) : texts.group(2);
                            if (SQL.matcher(text).matches()) {
                                found.add(new Statement(room, SOURCE.relativize(file), text));
                            }
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    /** The source without its comments, whose words are no SQL. */
    private static String code(Path file) {
        try {
            return Files.readString(file)
                    .replaceAll("(?s)/\\*\\*.*?\\*/", "")
                    .replaceAll("(?m)^\\s*//.*$", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
