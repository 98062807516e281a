package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.Instruments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures about many, and what is drawn of those with a similar start. */
class ProgramOutcomesTest {

    static final LocalDate ADMITTED = LocalDate.of(2026, 1, 5);

    @Test
    void a_group_of_ten_is_hidden_and_one_of_eleven_is_counted() {
        var ten = ProgramOutcomes.row("Ten", stays(10, 18, 9));
        var eleven = ProgramOutcomes.row("Eleven", stays(11, 18, 9));

        assertThat(ten.hidden()).isTrue();
        assertThat(ten.change()).isNull();
        assertThat(ten.better()).isNull();
        assertThat(eleven.hidden()).isFalse();
        assertThat(Objects.requireNonNull(eleven.change()).value()).isEqualTo(-9.0);
        assertThat(Objects.requireNonNull(eleven.better()).value()).isEqualTo(1.0);
        assertThat(Objects.requireNonNull(eleven.worse()).value()).isZero();
    }

    @Test
    void the_dashed_line_is_the_mean_share_of_those_who_began_alike() {
        var one = stays(1, 20, 20).getFirst();
        var others = stays(12, 20, 10).subList(1, 12);

        var expected = Recovery.like(one, others).of(one);

        assertThat(expected).hasSize(2);
        assertThat(expected.getLast().score()).isEqualTo(10.0);
        assertThat(Recovery.like(one, others.subList(0, 10)).of(one)).isEmpty();
    }

    @Test
    void the_change_is_said_in_words_against_the_published_cut() {
        assertThat(ChangeWords.of(stays(1, 18, 9).getFirst()))
                .isEqualTo(
                        "PHQ-9 18 → 9. Reliable improvement (needs 6 or more on this version); reliable recovery; not yet remission.");
        assertThat(ChangeWords.of(stays(1, 12, 19).getFirst())).contains("Reliably worse");
        assertThat(ChangeWords.of(stays(1, 12, 8).getFirst())).contains("No reliable change");
    }

    private static List<Trend> stays(int many, int first, int last) {
        return IntStream.range(0, many).mapToObj(number -> stay(number, first, last)).toList();
    }

    private static Trend stay(int number, int first, int last) {
        var nobody = new UUID(0, 1);
        var stay =
                new Stay(
                        nobody,
                        new ClientId(new UUID(0, number + 10)),
                        "Maya R.",
                        nobody,
                        ZoneOffset.UTC,
                        nobody,
                        "Adult IOP",
                        "IOP_PSYCHIATRIC",
                        "IOP",
                        LocalDate.of(1990, 5, 4),
                        ADMITTED,
                        null,
                        List.of());
        return new Trend(
                stay,
                Objects.requireNonNull(Instruments.library().find("PHQ-9")),
                "",
                List.of(point(ADMITTED, first), point(ADMITTED.plusWeeks(4), last)),
                12,
                new Cadence.Received(3, 2),
                14,
                ADMITTED.plusWeeks(4));
    }

    private static Trend.Point point(LocalDate day, int total) {
        return new Trend.Point(day, BigDecimal.valueOf(total), null, null, false, null);
    }
}
