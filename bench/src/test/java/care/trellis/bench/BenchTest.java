package care.trellis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the measurements themselves stand on. */
class BenchTest {

    @Test
    void the_name_of_a_process_may_hold_blanks_and_brackets() {
        var stat = "42 (a (b) c) S 7 1 1 0 -1 0 0 0 0 0 12 3 40 5 20 0 1 0 99 0 0";

        assertThat(Cpu.Process.read(stat)).isEqualTo(new Cpu.Process(7, 15, 45));
    }

    @Test
    void the_median_of_the_rounds_speaks() {
        var rounds = new Rounds();
        rounds.add("checkin", 1.2);
        rounds.add("checkin", 9.0);
        rounds.add("checkin", 1.1);

        assertThat(rounds.of("checkin")).isEqualTo(1.2);
    }

    @Test
    void a_line_names_the_operation_its_ratio_and_its_bar() {
        assertThat(new Result("board-refresh", 0.0849, 0.1).line())
                .isEqualTo("board-refresh ratio=0.08 bar=0.1");
        assertThat(new Result("checkin", 3.01, 3).good()).isFalse();
    }

    @Test
    void a_script_is_split_at_the_ends_of_its_statements() {
        var script =
                Script.read(
                        """
                        -- What it is about.
                        select ';' || :client::text;
                        update a set b = :other
                        where c = :client;
                        """);

        assertThat(script.statements())
                .extracting(Script.Statement::sql)
                .containsExactly(
                        "-- What it is about.\nselect ';' || ?::text",
                        "update a set b = ?\nwhere c = ?");
        assertThat(script.statements().getLast().names()).containsExactly("other", "client");
    }

    @Test
    void every_file_of_the_floor_is_packaged() {
        for (var operation : new String[] {"checkin", "board", "sign-group-note", "ledger"}) {
            assertThat(Script.of("floor/plain/" + operation + ".sql").statements()).isNotEmpty();
            assertThat(Script.of("floor/walled/" + operation + ".sql").statements()).isNotEmpty();
        }
    }

    @Test
    void it_is_always_early_afternoon_at_the_clinic() {
        IntStream.range(0, 24)
                .mapToObj(hour ->
                        LocalDate.of(2026, 6, 5)
                                .atTime(LocalTime.of(hour, 59))
                                .toInstant(java.time.ZoneOffset.UTC))
                .forEach((Instant now) ->
                        assertThat(now.atZone(SampleClinic.zone(now)).getHour()).isEqualTo(13));
    }

    @Test
    void groups_are_of_twelve() {
        var sizes =
                IntStream.rangeClosed(1, SampleClinic.CLIENTS)
                        .boxed()
                        .collect(
                                java.util.stream.Collectors.groupingBy(
                                        SampleClinic::track,
                                        java.util.stream.Collectors.counting()));

        assertThat(sizes).hasSize(42).containsEntry(17, 8L);
        assertThat(
                        sizes.entrySet().stream()
                                .filter(it -> it.getKey() != 17)
                                .map(Map.Entry::getValue))
                .containsOnly(12L);
    }

    @Test
    void a_crowd_can_be_told_apart_at_the_door() {
        assertThat(Crowd.people()).hasSizeGreaterThanOrEqualTo(160);
        assertThat(Crowd.Clues.of(1).letters()).isEqualTo("Bro");
    }

    @Test
    void the_code_of_the_second_factor_has_six_digits() {
        assertThat(Visitor.code("JBSW Y3DP EHPK 3PXP")).matches("[0-9]{6}");
    }
}
