package care.trellis.drugtests;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.organizations.SiteId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The draw as arithmetic, tried over many seeds, days, lists and orders. */
class LotTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final UUID SITE = new UUID(7, 7);
    private static final int DAYS = 4_000;

    @Test
    void clients_with_the_same_chance_are_drawn_equally_often() {
        var random = new Random(11);
        for (int chance : List.of(1_000, 3_333, 6_667)) {
            var clients = clients(random, 12);
            var drawn = new HashMap<UUID, Integer>();
            for (int day = 0; day < DAYS; day++) {
                var seed = seed(random);
                for (var client : clients) {
                    if (Lot.of(seed, SITE, MONDAY.plusDays(day), client, chance).drawn()) {
                        drawn.merge(client, 1, Integer::sum);
                    }
                }
            }
            // Pearson's statistic over twelve clients; 31.3 is passed once in a thousand draws.
            double expected = DAYS * chance / (double) Lot.CERTAIN;
            double spread =
                    clients.stream()
                            .mapToDouble(client ->
                                    Math.pow(drawn.getOrDefault(client, 0) - expected, 2)
                                            / (expected * (1 - chance / (double) Lot.CERTAIN)))
                            .sum();
            assertThat(spread).as("chance " + chance).isLessThan(31.3);
        }
    }

    @Test
    void being_drawn_today_changes_nothing_about_tomorrow() {
        var random = new Random(12);
        var client = new UUID(random.nextLong(), random.nextLong());
        int chance = 4_000;
        int afterDrawn = 0;
        int drawnBefore = 0;
        boolean yesterday = false;
        for (int day = 0; day < DAYS; day++) {
            boolean today =
                    Lot.of(seed(random), SITE, MONDAY.plusDays(day), client, chance).drawn();
            if (yesterday) {
                drawnBefore++;
                afterDrawn += today ? 1 : 0;
            }
            yesterday = today;
        }
        assertThat(afterDrawn / (double) drawnBefore).isBetween(0.35, 0.45);
    }

    @Test
    void who_else_is_on_the_list_and_in_which_order_changes_nobody() {
        var random = new Random(13);
        for (int round = 0; round < 200; round++) {
            var seed = seed(random);
            var clients = new ArrayList<>(clients(random, 1 + random.nextInt(30)));
            var whole = drawn(seed, clients);
            Collections.shuffle(clients, random);
            var fewer = clients.subList(0, 1 + random.nextInt(clients.size()));
            drawn(seed, fewer)
                    .forEach((client, was) -> assertThat(was).isEqualTo(whole.get(client)));
        }
    }

    @Test
    void drawing_again_from_what_was_written_down_comes_to_the_same() {
        var random = new Random(14);
        for (int round = 0; round < 200; round++) {
            var draw = draw(random, 1 + random.nextInt(20));
            assertThat(draw.replaysAlike()).isTrue();
        }
    }

    @Test
    void another_seed_another_row_or_a_late_promise_is_seen() {
        var draw = draw(new Random(15), 8);
        var other = new ArrayList<>(draw.eligible());
        var first = other.getFirst();
        other.set(
                0,
                new Draw.Entry(first.client(), "", first.chance(), first.number(), !first.drawn()));

        assertThat(with(draw, seed(new Random(99)), draw.eligible(), draw.committedAt()))
                .matches(one -> !one.replaysAlike());
        assertThat(with(draw, draw.seed(), other, draw.committedAt()))
                .matches(one -> !one.replaysAlike());
        assertThat(with(draw, draw.seed(), draw.eligible(), draw.drawnAt()))
                .matches(one -> !one.replaysAlike());
    }

    @Test
    void none_is_never_drawn_and_certain_always() {
        var random = new Random(16);
        for (var client : clients(random, 500)) {
            assertThat(Lot.of(seed(random), SITE, MONDAY, client, 0).drawn()).isFalse();
            assertThat(Lot.of(seed(random), SITE, MONDAY, client, Lot.CERTAIN).drawn()).isTrue();
        }
    }

    @Test
    void the_weeks_of_the_stay_say_how_often_and_the_days_of_the_week_the_chance() {
        assertThat(Rate.perWeek(MONDAY, MONDAY.plusDays(27), null)).isEqualByComparingTo("2");
        assertThat(Rate.perWeek(MONDAY, MONDAY.plusDays(28), null)).isEqualByComparingTo("1");
        assertThat(Rate.perWeek(MONDAY, MONDAY.plusDays(84), null)).isEqualByComparingTo("0.5");
        assertThat(Rate.perWeek(MONDAY, MONDAY, new BigDecimal("3"))).isEqualByComparingTo("3");
        assertThat(Rate.chance(new BigDecimal("2"), 3)).isEqualTo(6_667);
        assertThat(Rate.chance(new BigDecimal("2"), 1)).isEqualTo(Lot.CERTAIN);
    }

    @Test
    void the_number_is_the_one_that_a_person_finds_with_a_shell() {
        var lot = Lot.of("00ff", SITE, MONDAY, new UUID(1, 2), 5_000);

        // printf '%s' "00ff 00000000-0000-0007-0000-000000000007 2026-03-02
        //     00000000-0000-0001-0000-000000000002" | sha256sum
        assertThat("%012x".formatted(lot.number())).isEqualTo("801128c7627d");
        assertThat(Lot.commitment("00ff")).startsWith("8909cde2f411a84e");
    }

    private static Draw draw(Random random, int clients) {
        var seed = seed(random);
        var entries =
                clients(random, clients).stream()
                        .map(client -> {
                            int chance = random.nextInt(Lot.CERTAIN + 1);
                            var lot = Lot.of(seed, SITE, MONDAY, client, chance);
                            return new Draw.Entry(client, "", chance, lot.number(), lot.drawn());
                        })
                        .toList();
        return new Draw(
                new DrawId(new UUID(1, 1)),
                new SiteId(SITE),
                MONDAY,
                Lot.commitment(seed),
                Instant.EPOCH,
                seed,
                Instant.EPOCH.plusSeconds(1),
                entries);
    }

    private static Draw with(Draw draw, String seed, List<Draw.Entry> entries, Instant promised) {
        return new Draw(
                draw.id(),
                draw.site(),
                draw.day(),
                draw.commitment(),
                promised,
                seed,
                draw.drawnAt(),
                entries);
    }

    private static Map<UUID, Boolean> drawn(String seed, List<UUID> clients) {
        var drawn = new HashMap<UUID, Boolean>();
        clients.forEach(
                client -> drawn.put(client, Lot.of(seed, SITE, MONDAY, client, 5_000).drawn()));
        return drawn;
    }

    private static List<UUID> clients(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> new UUID(random.nextLong(), random.nextLong()))
                .toList();
    }

    private static String seed(Random random) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
