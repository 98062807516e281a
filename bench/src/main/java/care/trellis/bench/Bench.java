package care.trellis.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The command: starts an installation of its own, loads it from outside, and prints a line for each
 * operation on standard output, {@code NAME ratio=R bar=B}. Progress and milliseconds go to
 * standard error. Exit code 1 when a bar is not met, 2 for a name that there is not.
 */
public final class Bench {

    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofMinutes(2);

    /** Needs no program and no database, so it is measured after the others are stopped. */
    private static final String PLACEMENT = "placement";

    /** Measured once, after the rounds: its minute is one. */
    private static final String CROWD = "crowd";

    /** What can be measured. */
    private static final List<String> NAMES =
            List.of(
                    "checkin",
                    "board",
                    "board-refresh",
                    "sign-group-note",
                    "ledger-cold",
                    "ledger-kept",
                    "decide",
                    "chart",
                    CROWD,
                    PLACEMENT,
                    "claims-837i",
                    "remit-835");

    /** What is read from a record of years. */
    private static final List<String> OF_YEARS = List.of("chart");

    /** What needs ten thousand claims, billed and waiting. */
    private static final List<String> OF_REVENUE = List.of("claims-837i", "remit-835");

    private Bench() {}

    /** Measures the named operations, or all. */
    public static void main(String[] arguments) throws Exception {
        var wanted = arguments.length == 0 ? NAMES : List.of(arguments);
        var unknown = wanted.stream().filter(name -> !NAMES.contains(name)).toList();
        if (!unknown.isEmpty()) {
            System.err.printf(
                    "trellis: there is nothing to measure under %s; the names are %s.%n",
                    String.join(", ", unknown), String.join(", ", NAMES));
            System.exit(2);
        }
        if (!Cpu.readable()) {
            System.err.println(
                    "trellis: CPU time is read from the accounts of the Linux kernel, which this system does not keep; measure on Linux.");
            System.exit(1);
        }
        var results = new ArrayList<Result>();
        var loaded = without(wanted, List.of(PLACEMENT));
        if (!loaded.isEmpty()) {
            results.addAll(measure(loaded));
        }
        if (wanted.contains(PLACEMENT)) {
            say("placing 20, 100 and 500 people");
            results.add(new Result(PLACEMENT, Placement.ratio(), 0.99));
        }
        results.forEach(result -> System.out.println(result.line()));
        System.exit(results.stream().allMatch(Result::good) ? 0 : 1);
    }

    private static List<Result> measure(List<String> wanted) throws Exception {
        say("starting a program and PostgreSQL of its own");
        int barePort = Installation.freePort();
        var barePage =
                Installation.java(
                                System.getProperty("java.class.path"),
                                BarePage.class.getName(),
                                Integer.toString(barePort))
                        .start();
        try (var installation = Installation.start()) {
            Installation.awaitReady(barePage, "trellis: ready", line -> {});
            var visitor = new Visitor(installation.address());
            visitor.foundAndSignIn(installation.setUpCode());
            say("writing a clinic of 500 clients, and the floor");
            try (var clinic = SampleClinic.open(installation);
                    var floor = Floor.make(installation)) {
                var bare = new Visitor(URI.create("http://127.0.0.1:" + barePort));
                var measurements =
                        new Measurements(installation, clinic, visitor, bare, barePage, floor);
                say("waiting until every week is decided");
                clinic.awaitQuiet();
                visitor.open("/account");
                var names = built(wanted, measurements);
                say("days kept: " + clinic.states());
                var rounds = new Rounds();
                names.remove(CROWD);
                rounds(without(without(names, OF_YEARS), OF_REVENUE), measurements, rounds);
                var results = new ArrayList<Result>();
                if (wanted.contains(CROWD)) {
                    say("a hundred clients within one minute");
                    results.add(
                            new Result(
                                    CROWD,
                                    Crowd.ratio(installation.address(), visitor, clinic),
                                    1));
                }
                var revenue = OF_REVENUE.stream().filter(names::contains).toList();
                if (!revenue.isEmpty()) {
                    say("writing 10,000 lines to bill and 10,000 claims that wait");
                    clinic.claims();
                    revenue(
                            revenue,
                            new RevenueMeasurements(installation, clinic, visitor, floor),
                            rounds);
                }
                if (names.containsAll(OF_YEARS)) {
                    // after the others: their floor has no history to read past
                    say("writing five years of history");
                    clinic.history();
                    floor.history();
                    rounds(OF_YEARS, measurements, rounds);
                }
                System.err.print(rounds.table());
                results.addAll(0, results(names, rounds));
                return results;
            }
        } finally {
            barePage.destroy();
            barePage.waitFor();
        }
    }

    private static void rounds(List<String> names, Measurements measurements, Rounds rounds)
            throws Exception {
        if (names.isEmpty()) {
            return;
        }
        say("warming up: " + String.join(", ", names));
        measurements.warmUp(names, WARM_UP);
        for (int round = 1; round <= ROUNDS; round++) {
            say("round " + round + " of " + ROUNDS);
            measurements.round(names, rounds);
        }
    }

    private static void revenue(List<String> names, RevenueMeasurements measurements, Rounds rounds)
            throws Exception {
        say("warming up: " + String.join(", ", names));
        measurements.warmUp(names);
        for (int round = 1; round <= ROUNDS; round++) {
            say("round " + round + " of " + ROUNDS);
            measurements.round(names, rounds, true);
        }
    }

    private static List<String> built(List<String> wanted, Measurements measurements)
            throws IOException, InterruptedException {
        var names = new ArrayList<>(wanted);
        if (!measurements.built("/board/" + SampleClinic.site())) {
            names.removeAll(List.of("checkin", "board", "board-refresh"));
        }
        if (!measurements.built("/ledger")) {
            names.removeAll(List.of("ledger-cold", "ledger-kept"));
        }
        if (!names.equals(wanted)) {
            say("not built yet, and left out: " + String.join(", ", without(wanted, names)));
        }
        return names;
    }

    private static List<String> without(List<String> wanted, List<String> names) {
        return wanted.stream().filter(name -> !names.contains(name)).toList();
    }

    private static List<Result> results(List<String> names, Rounds rounds) {
        return names.stream().map(name -> result(name, rounds)).toList();
    }

    private static Result result(String name, Rounds rounds) {
        return switch (name) {
            case "checkin", "sign-group-note" ->
                    new Result(name, rounds.of(name) / rounds.of(name + " W"), 3);
            case "board" ->
                    new Result(
                            name,
                            rounds.of(name) / (rounds.of("board L") + rounds.of("bare jte page")),
                            2);
            case "chart" -> new Result(name, rounds.of(name) / rounds.of("chart W"), 4);
            case "board-refresh" -> new Result(name, rounds.of(name) / rounds.of("board"), 0.1);
            case "ledger-cold" ->
                    new Result(
                            name,
                            rounds.of(name)
                                    / (rounds.of("ledger W")
                                            + rounds.of("decide 500 client-weeks")),
                            1.3);
            case "ledger-kept" -> new Result(name, rounds.of(name) / rounds.of("ledger L"), 0.5);
            case "claims-837i" ->
                    new Result(
                            name,
                            rounds.of(name)
                                    / (rounds.of("claims-837i L")
                                            + rounds.of("StAEDI writes the same files")),
                            3);
            case "remit-835" ->
                    new Result(name, rounds.of(name) / rounds.of("imsweb reads the same file"), 1);
            case "decide" ->
                    // seconds for 10,000 client-weeks
                    new Result(name, rounds.of("decide 500 client-weeks") * 20 / 1000, 1);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void say(String what) {
        System.err.printf(Locale.ROOT, "trellis: %s%n", what);
    }
}
