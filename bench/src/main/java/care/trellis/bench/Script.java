package care.trellis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Statements out of a file, with {@code :names} for what the driver fills in. */
record Script(List<Statement> statements) {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]+)");
    private static final Pattern END = Pattern.compile(";\\s*\\n(?=\\S|\\s*\\z)");

    /**
     * One statement.
     *
     * @param sql with a question mark for each parameter
     * @param names of the parameters in their order
     */
    record Statement(String sql, List<String> names) {}

    /** Reads a file that is packaged with the bench. */
    static Script of(String resource) {
        return read(text(resource));
    }

    /** The text of a packaged file. */
    static String text(String resource) {
        try (var file = Script.class.getResourceAsStream("/" + resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not packaged");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A statement ends with a semicolon at the end of a line. */
    static Script read(String text) {
        var statements = new ArrayList<Statement>();
        for (var part : END.split(text)) {
            var sql = part.strip();
            if (sql.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("--"))) {
                var names = NAME.matcher(sql).results().map(found -> found.group(1)).toList();
                statements.add(new Statement(NAME.matcher(sql).replaceAll("?"), names));
            }
        }
        return new Script(statements);
    }

    /** This script with another one behind it. */
    Script then(Script other) {
        var both = new ArrayList<>(statements);
        both.addAll(other.statements);
        return new Script(both);
    }

    /** Prepared once, run many times: on a connection without autocommit. */
    Prepared prepare(Connection connection) throws SQLException {
        var prepared = new ArrayList<PreparedStatement>();
        for (var statement : statements) {
            prepared.add(connection.prepareStatement(statement.sql));
        }
        return new Prepared(connection, statements, prepared);
    }

    /** The statements on one connection. */
    record Prepared(
            Connection connection, List<Statement> statements, List<PreparedStatement> prepared) {

        /** Runs all of it as one transaction and reads every row that comes back. */
        void run(Map<String, Object> values) throws SQLException {
            for (int at = 0; at < statements.size(); at++) {
                var statement = prepared.get(at);
                var names = statements.get(at).names;
                for (int parameter = 0; parameter < names.size(); parameter++) {
                    var value = values.get(names.get(parameter));
                    if (value == null) {
                        throw new IllegalArgumentException("No value for :" + names.get(parameter));
                    }
                    statement.setObject(parameter + 1, value);
                }
                if (statement.execute()) {
                    try (var rows = statement.getResultSet()) {
                        while (rows.next()) {
                            rows.getObject(1);
                        }
                    }
                }
            }
            connection.commit();
        }
    }
}
