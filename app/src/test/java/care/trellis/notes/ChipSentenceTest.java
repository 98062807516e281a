package care.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChipSentenceTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final ChipBook book = new ChipBook();

    @Test
    void taps_become_one_plain_sentence_in_the_order_of_the_cards() {
        assertThat(says(3, tap("SKILL", "14:20"), tap("SPOKE", "14:05"), tap("SPOKE", "14:31")))
                .isEqualTo("Took an active part: spoke twice and used a skill once.");
    }

    @Test
    void what_happened_at_a_time_is_told_with_it() {
        assertThat(says(null, tap("CAME_BACK", "14:31"), tap("LEFT_ROOM", "14:20")))
                .isEqualTo("Left the room at 9:20. Came back at 9:31.");
    }

    @Test
    void nothing_tapped_says_nothing() {
        assertThat(says(null)).isEmpty();
    }

    @Test
    void without_a_level_the_sentence_begins_with_what_was_done() {
        assertThat(says(null, tap("FEEDBACK", "14:05"))).isEqualTo("Gave feedback to others once.");
    }

    @Test
    void every_template_turns_into_a_sentence_without_a_placeholder() {
        for (var template : book.templates()) {
            assertThat(says(2, tap(template.code(), "14:05"))).endsWith(".").doesNotContain("{");
        }
    }

    private String says(@Nullable Integer participation, Chip... chips) {
        return ChipSentence.of(book, Stream.of(chips).toList(), participation, NEW_YORK);
    }

    private static Chip tap(String code, String utc) {
        return new Chip(
                Ids.next(),
                new ClientId(Ids.next()),
                code,
                Instant.parse("2026-03-02T" + utc + ":00Z"));
    }
}
