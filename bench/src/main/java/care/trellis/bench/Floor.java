package care.trellis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The same work in plain SQL, bare and behind the walls, in a database beside the program's. */
final class Floor implements AutoCloseable {

    private static final String DATABASE = "floor";
    private static final String ROLE = "floor_driver";
    private static final UUID ORGANIZATION = id("organization");
    private static final byte[] HASH = new byte[32];

    /** Sessions of the generated data that nobody has touched yet. */
    private static final int POOL = 1_000_000;

    private static final int POOL_SIZE = 2000;

    /** Sessions after those, each with its twelve who were there. */
    private static final int UNSIGNED = 8000;

    private final Installation server;
    private final List<Connection> hands = new ArrayList<>();
    private final AtomicInteger checkedIn = new AtomicInteger();
    private final AtomicInteger checkedInWalled = new AtomicInteger();
    private final AtomicInteger signed = new AtomicInteger();
    private final AtomicInteger signedWalled = new AtomicInteger();
    private final AtomicInteger charts = new AtomicInteger();

    private Floor(Installation server) {
        this.server = server;
    }

    /** Makes the database with its data. */
    static Floor make(Installation server) throws IOException, SQLException {
        try (var administrator = server.administrator("postgres")) {
            run(administrator, "create role " + ROLE + " login nosuperuser password 'floor'");
            run(administrator, "create database " + DATABASE);
        }
        try (var administrator = server.administrator(DATABASE)) {
            for (var file : List.of("plain/schema", "plain/data", "walled/schema", "walled/data")) {
                run(administrator, Script.text("floor/" + file + ".sql"));
            }
            for (var schema : List.of("plain", "walled")) {
                run(administrator, "grant usage on schema %s to %s".formatted(schema, ROLE));
                run(
                        administrator,
                        "grant select, insert, update on all tables in schema %s to %s"
                                .formatted(schema, ROLE));
            }
            run(administrator, "grant usage on sequence plain.claim_number to " + ROLE);
            run(administrator, "vacuum analyze");
        }
        var floor = new Floor(server);
        for (int hand = 0; hand < Load.HANDS; hand++) {
            var connection = server.modest(DATABASE, ROLE, "floor");
            connection.setAutoCommit(false);
            floor.hands.add(connection);
        }
        return floor;
    }

    /** Adds the five years of history that a chart is read from. */
    void history() throws IOException, SQLException {
        try (var administrator = server.administrator(DATABASE)) {
            for (var file : List.of("plain/history", "walled/history")) {
                run(administrator, Script.text("floor/" + file + ".sql"));
            }
        }
    }

    /** L of an operation: CPU milliseconds of PostgreSQL for one. */
    double plain(String operation, int times) {
        return measure(Script.of("floor/plain/" + operation + ".sql"), operation, times, false);
    }

    /** W of an operation: the same behind the walls. */
    double walled(String operation, int times) {
        var walls =
                Script.read(
                        Script.text("floor/walled/walls.sql")
                                .replace("{organization}", ORGANIZATION.toString()));
        var once = Script.of("floor/walled/once.sql");
        var work = Script.of("floor/walled/" + operation + ".sql");
        var writes = operation.equals("checkin") || operation.equals("sign-group-note");
        return measure(
                writes ? walls.then(once).then(work) : walls.then(work), operation, times, true);
    }

    private double measure(Script script, String operation, int times, boolean walled) {
        try {
            var prepared = new ArrayList<Script.Prepared>();
            for (var hand : hands) {
                prepared.add(script.prepare(hand));
            }
            long postgres = server.postgres();
            double before = Cpu.ofFamily(postgres, java.util.Set.of());
            Load.run(
                    times,
                    (hand, piece) ->
                            prepared.get(hand)
                                    .run(
                                            walled
                                                    ? walledValues(operation)
                                                    : plainValues(operation)));
            double used = Cpu.ofFamily(postgres, java.util.Set.of()) - before;
            for (var one : prepared) {
                for (var statement : one.prepared()) {
                    statement.close();
                }
            }
            return used / times;
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("The floor of " + operation + " failed", failed);
        }
    }

    private Map<String, Object> plainValues(String operation) {
        return switch (operation) {
            case "checkin" -> {
                int next = checkedIn.getAndIncrement();
                yield Map.of("session", session(next), "client", client(next));
            }
            case "sign-group-note" -> Map.of("session", (long) unsigned(signed));
            case "chart" -> Map.of("client", (long) 1 + charts.getAndIncrement() * 37 % 500);
            default -> Map.of();
        };
    }

    private Map<String, Object> walledValues(String operation) {
        var values =
                new HashMap<String, Object>(
                        Map.of(
                                "organization", ORGANIZATION,
                                "account", id("account"),
                                "site", id("site1"),
                                "key", UUID.randomUUID(),
                                "hash", HASH));
        switch (operation) {
            case "checkin" -> {
                int next = checkedInWalled.getAndIncrement();
                values.put("session", id("session" + session(next)));
                values.put("client", id("client" + client(next)));
            }
            case "sign-group-note" -> values.put("session", id("session" + unsigned(signedWalled)));
            case "chart" ->
                    values.put("client", id("client" + (1 + charts.getAndIncrement() * 37 % 500)));
            default -> {}
        }
        return values;
    }

    /** A session that nobody has signed: one that is signed already would cost nothing. */
    private static int unsigned(AtomicInteger signed) {
        int next = signed.getAndIncrement();
        if (next >= UNSIGNED) {
            throw new IllegalStateException("The floor has no session left to sign");
        }
        return POOL + POOL_SIZE + 1 + next;
    }

    private static long session(int next) {
        return POOL + 1 + next % POOL_SIZE;
    }

    private static long client(int next) {
        return 1 + (next / POOL_SIZE * 7 + next) % 500;
    }

    /** The id that {@code md5(name)::uuid} makes in SQL. */
    static UUID id(String name) {
        try {
            var hash =
                    java.nio.ByteBuffer.wrap(
                            java.security.MessageDigest.getInstance("MD5")
                                    .digest(
                                            name.getBytes(
                                                    java.nio.charset.StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var hand : hands) {
            hand.close();
        }
    }
}
