package care.trellis.bench;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A hundred clients who come within one minute to one site, at four paired tablets, each with all
 * five presses of a check-in over HTTP: name and birthday, initial, mood, craving, and where to go.
 * Arrivals fall anywhere in the minute, as they do; what follows from each is decided meanwhile.
 */
final class Crowd {

    private static final int TABLETS = 4;
    private static final int WARM_UP = 60;
    private static final int CROWD = 100;
    private static final int MINUTE = 60_000;
    private static final double LONGEST = 500;

    private static final Pattern ADDRESS =
            Pattern.compile("value=\"[^\"]*(/kiosk/pairing/[^\"]+)\"");
    private static final Pattern VISIT = Pattern.compile("name=\"visit\" value=\"([^\"]+)\"");

    private static final String[] GIVEN = {"Ana", "Ben", "Cleo", "Dev", "Eli", "Fay"};
    private static final String[] FAMILY = {
        "Adler", "Brooks", "Chen", "Diaz", "Evans", "Fofana", "Garcia", "Hughes", "Ito", "Jones"
    };

    /** What a client says at the tablet: the same rule as the seed deals names out by. */
    record Clues(String letters, LocalDate born, String initial) {

        static Clues of(int client) {
            var ending = "" + (char) ('a' + client % 26) + (char) ('a' + client / 26 % 26);
            return new Clues(
                    (FAMILY[client % 10] + ending).substring(0, 3),
                    LocalDate.of(1970, 1, 1).plusDays(client * 37L % 12_000),
                    GIVEN[client % 6].substring(0, 1));
        }

        private Map<String, String> said() {
            var said = new HashMap<String, String>();
            said.put("letters", letters);
            said.put("month", Integer.toString(born.getMonthValue()));
            said.put("day", Integer.toString(born.getDayOfMonth()));
            return said;
        }

        /** What the door can tell people apart by. */
        private String alike() {
            return letters + born.getMonthValue() + "-" + born.getDayOfMonth() + initial;
        }
    }

    private final List<Visitor> tablets = new ArrayList<>();
    private final Queue<Long> arrivals = new ConcurrentLinkedQueue<>();
    private final Queue<Long> presses = new ConcurrentLinkedQueue<>();

    private Crowd() {}

    /**
     * The 95th percentile of the answers, of the check-in alone or of all presses, whichever is
     * longer, as a share of 500 ms.
     */
    static double ratio(URI address, Visitor director, SampleClinic clinic) throws Exception {
        clinic.run("forget-checkins");
        clinic.awaitQuiet();
        var crowd = new Crowd();
        for (int tablet = 0; tablet < TABLETS; tablet++) {
            crowd.tablets.add(pair(address, director, "Door " + (tablet + 1)));
        }
        var people = people();
        Load.run(WARM_UP, (hand, piece) -> crowd.come(hand, people.get(piece)));
        crowd.arrivals.clear();
        crowd.presses.clear();
        crowd.comeWithinAMinute(people.subList(WARM_UP, WARM_UP + CROWD));
        double arrival = late(crowd.arrivals);
        double press = late(crowd.presses);
        System.err.printf(
                Locale.ROOT,
                "crowd: %d clients in one minute at %d tablets, 95 of 100 check-ins within %.0f ms, of all %d presses within %.0f ms%n",
                CROWD,
                TABLETS,
                arrival,
                crowd.presses.size(),
                press);
        return Math.max(arrival, press) / LONGEST;
    }

    /** Clients of the site whom the door can tell apart. */
    static List<Clues> people() {
        var seen = new HashMap<String, Integer>();
        var all = IntStream.rangeClosed(1, SampleClinic.BOARD_CLIENTS).mapToObj(Clues::of).toList();
        all.forEach(one -> seen.merge(one.alike(), 1, Integer::sum));
        return all.stream().filter(one -> seen.getOrDefault(one.alike(), 0) == 1).toList();
    }

    private static Visitor pair(URI address, Visitor director, String name) throws Exception {
        director.open("/kiosks");
        var answer =
                director.post(
                        "/kiosks",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "site",
                                SampleClinic.site().toString(),
                                "kind",
                                "KIOSK",
                                "name",
                                name));
        var link = ADDRESS.matcher(answer.body());
        if (!link.find()) {
            throw new IOException("Pairing a tablet was answered with " + answer.statusCode());
        }
        var tablet = new Visitor(address);
        tablet.press(link.group(1));
        tablet.open("/kiosk");
        return tablet;
    }

    private void comeWithinAMinute(List<Clues> people) throws Exception {
        var random = new Random(7);
        try (var pool = Executors.newScheduledThreadPool(TABLETS * 4)) {
            var coming = new ArrayList<Future<?>>();
            for (int person = 0; person < people.size(); person++) {
                int who = person;
                coming.add(
                        pool.schedule(
                                () -> {
                                    come(who, people.get(who));
                                    return null;
                                },
                                random.nextInt(MINUTE),
                                TimeUnit.MILLISECONDS));
            }
            for (var one : coming) {
                one.get();
            }
        }
    }

    private void come(int tablet, Clues clues) throws Exception {
        var at = tablets.get(tablet % TABLETS);
        press(at, "initials", clues.said());
        var said = clues.said();
        said.put("initial", clues.initial());
        long began = System.nanoTime();
        var screen = press(at, "arrivals", said);
        arrivals.add(System.nanoTime() - began);
        var visit = VISIT.matcher(screen);
        if (!visit.find()) {
            throw new IOException("The tablet sent somebody to the desk");
        }
        var answers = new HashMap<String, String>();
        answers.put("visit", visit.group(1));
        answers.put("name", "Ana");
        answers.put("mood", "6");
        press(at, "mood", answers);
        answers.put("craving", "2");
        press(at, "craving", answers);
        press(at, "place", answers);
    }

    private String press(Visitor tablet, String what, Map<String, String> fields)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = tablet.post("/kiosk/" + what, fields);
        presses.add(System.nanoTime() - began);
        if (answer.statusCode() != 200) {
            throw new IOException("A press was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    /** Milliseconds within which 95 of 100 were answered. */
    private static double late(Queue<Long> nanoseconds) {
        var sorted = nanoseconds.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1) / 1e6;
    }
}
