package care.trellis.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ten thousand lines billed and ten thousand claims paid, by the forms that a biller uses, in CPU
 * milliseconds for each file.
 */
final class RevenueMeasurements {

    private static final int DAYS_OF_A_CLIENT = 20;
    private static final int FLOOR_BATCHES = 2;
    private static final int WARM_ROUNDS = 5;
    private static final int STAEDI_TIMES = 20;
    private static final int IMSWEB_TIMES = 3;

    private final Installation installation;
    private final SampleClinic clinic;
    private final Visitor visitor;
    private final Floor floor;
    private final Set<Long> apart;
    private final long postgres;
    private final byte[] remittance;

    RevenueMeasurements(
            Installation installation, SampleClinic clinic, Visitor visitor, Floor floor)
            throws IOException, SQLException {
        this.installation = installation;
        this.clinic = clinic;
        this.visitor = visitor;
        this.floor = floor;
        this.apart = clinic.apart();
        this.postgres = installation.postgres();
        this.remittance = Revenue.remittance(clinic.today());
    }

    /** Lets the machines behind both find their stride. */
    void warmUp(List<String> names) throws Exception {
        var unkept = new Rounds();
        for (int turn = 0; turn < WARM_ROUNDS; turn++) {
            round(names, unkept, turn == 0);
        }
    }

    /** One round of what is wanted, with the floor of the database or without. */
    void round(List<String> names, Rounds rounds, boolean floorToo) throws Exception {
        if (names.contains("claims-837i")) {
            claims(rounds, floorToo);
        }
        if (names.contains("remit-835")) {
            remittance(rounds);
        }
    }

    /**
     * 10,000 client-days go out under three contracts in one press. The pass that holds every
     * segment against the guide's schema is the application's own and stands on a line of its own:
     * the other writer makes none.
     */
    private void claims(Rounds rounds, boolean floorToo) throws Exception {
        clinic.run("forget-claims");
        clinic.awaitQuiet();
        var form = new ArrayList<Map.Entry<String, String>>();
        form.add(Map.entry("key", UUID.randomUUID().toString()));
        chosen().forEach(one -> form.add(Map.entry("chosen", one)));
        double guide = installation.guideMillis();
        double used =
                spent(
                        rounds,
                        "claims-837i",
                        () -> {
                            var answer = visitor.post("/claims", form);
                            if (answer.statusCode() != 200) {
                                throw new IOException("Claims: " + answer.statusCode());
                            }
                        });
        guide = installation.guideMillis() - guide;
        rounds.add("claims-837i, guide's schema", guide);
        rounds.add("claims-837i", used - guide);
        var files = clinic.claimFiles();
        var segments = files.stream().map(Revenue::segments).toList();
        int lines =
                segments.stream()
                        .mapToInt(file ->
                                (int) file.stream().filter(it -> it.tag().equals("SV2")).count())
                        .sum();
        if (lines != SampleClinic.CLIENTS * DAYS_OF_A_CLIENT) {
            throw new IOException("Only " + lines + " lines went out");
        }
        long self = ProcessHandle.current().pid();
        double before = Cpu.of(self);
        for (int time = 0; time < STAEDI_TIMES; time++) {
            for (int at = 0; at < files.size(); at++) {
                if (!Arrays.equals(files.get(at), Revenue.writtenByStaedi(segments.get(at)))) {
                    throw new IOException("StAEDI writes another file");
                }
            }
        }
        rounds.add("StAEDI writes the same files", (Cpu.of(self) - before) / STAEDI_TIMES);
        if (floorToo) {
            rounds.add("claims-837i L", floor.plain("claims-837i", FLOOR_BATCHES));
        }
    }

    private Stream<String> chosen() {
        var month = clinic.monday().minusDays(70).withDayOfMonth(1);
        var days =
                month.datesUntil(month.plusDays(31))
                        .filter(RevenueMeasurements::isWeekday)
                        .limit(DAYS_OF_A_CLIENT)
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(";"));
        return IntStream.rangeClosed(1, SampleClinic.CLIENTS)
                .mapToObj(n ->
                        Floor.id("contract" + n % 3) + "/" + SampleClinic.client(n) + "/" + days);
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** A remittance over 10,000 claims is brought in by hand and posted. */
    private void remittance(Rounds rounds) throws Exception {
        clinic.run("forget-remittance");
        clinic.awaitQuiet();
        double used =
                spent(
                        rounds,
                        "remit-835",
                        () -> {
                            var answer =
                                    visitor.upload(
                                            "/remittances",
                                            Map.of("key", UUID.randomUUID().toString()),
                                            remittance);
                            if (!answer.headers()
                                    .firstValue("Location")
                                    .orElse("")
                                    .endsWith("posted")) {
                                throw new IOException("Remittance: " + answer.statusCode());
                            }
                        });
        rounds.add("remit-835", used);
        long self = ProcessHandle.current().pid();
        double before = Cpu.of(self);
        for (int time = 0; time < IMSWEB_TIMES; time++) {
            if (Revenue.readByImsweb(remittance) == 0) {
                throw new IOException("imsweb read nothing");
            }
        }
        rounds.add("imsweb reads the same file", (Cpu.of(self) - before) / IMSWEB_TIMES);
    }

    private double spent(Rounds rounds, String name, Step work) throws Exception {
        double program = Cpu.of(installation.program());
        double database = Cpu.ofFamily(postgres, apart);
        work.run();
        clinic.awaitQuiet();
        program = Cpu.of(installation.program()) - program;
        database = Cpu.ofFamily(postgres, apart) - database;
        rounds.add(name + ", application", program);
        rounds.add(name + ", database", database);
        return program + database;
    }

    private interface Step {
        void run() throws Exception;
    }
}
