package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    static final String BEFORE =
            """
            rulebook: TEST_PAYER
            version: "1"
            title: A payer for tests
            kind: payer
            effective: { from: 2024-01-01, to: 2024-12-31, outside: hold, source: HERE, confidence: P }
            sources:
              HERE: { title: A manual, url: "https://example.org" }
            open:
              - Units are not stated.
            rules:
              - id: day-minutes
                says: Three hours a day.
                when: [{ check: client.age, at_least: 18 }]
                check: day.minutes
                at_least: 180
                stage: day_minimum
                reason: "DAY_MINUTES_LT_{at_least}"
                if_broken: not_billable
                fix: "{more}"
                owner: clinician
                source: HERE
                confidence: P
              - id: note-signed
                says: Notes are signed.
                check: session.note_signed
                is: true
                stage: documentation
                reason: NOTE_NOT_SIGNED
                if_broken: hold
                fix: sign the {session}
                owner: clinician
                source: HERE
                confidence: M
            bill:
              - { code: H0015, unit_type: PER_DIEM, source: HERE, confidence: P }
              - { when: [{ check: client.age, less_than: 18 }], modifiers: [HA], source: HERE, confidence: P }
            """;

    @Test
    void the_same_text_has_no_differences() {
        assertThat(Differences.between(read(BEFORE), read(BEFORE))).isEmpty();
    }

    @Test
    void a_changed_limit_is_told_with_its_rule() {
        assertThat(words(BEFORE.replace("at_least: 180", "at_least: 150")))
                .containsExactly("rule day-minutes: at least changes from 180 to 150");
    }

    @Test
    void conditions_sources_and_dates_are_told() {
        assertThat(words(BEFORE.replace("at_least: 18 }", "at_least: 21 }")))
                .containsExactly(
                        "rule day-minutes: when changes from client.age at least 18 to client.age at"
                                + " least 21");
        assertThat(words(BEFORE.replace("A manual", "A newer manual")))
                .containsExactly("source HERE: title changes from A manual to A newer manual");
        assertThat(words(BEFORE.replace("to: 2024-12-31", "to: 2025-06-30")))
                .containsExactly("effective to changes from 2024-12-31 to 2025-06-30");
        assertThat(words(BEFORE.replace("confidence: M\n", "confidence: P\n")))
                .containsExactly("rule note-signed: confidence changes from M to P");
    }

    @Test
    void new_and_gone_rules_are_told_by_what_they_say() {
        var without = BEFORE.substring(0, BEFORE.indexOf("  - id: note-signed"));
        var bill = BEFORE.substring(BEFORE.indexOf("bill:"));

        assertThat(words(without + bill))
                .containsExactly("rule note-signed is gone; it was: Notes are signed.");
        assertThat(Differences.between(read(without + bill), read(BEFORE)))
                .extracting(Difference::words)
                .containsExactly("rule note-signed is new: Notes are signed.");
    }

    @Test
    void a_renamed_rule_is_one_gone_and_one_new() {
        assertThat(Differences.between(read(BEFORE), read(BEFORE.replace("note-signed", "signed"))))
                .extracting(Difference::path)
                .containsExactly("rules/signed", "rules/note-signed");
    }

    @Test
    void open_questions_and_bills_are_told() {
        assertThat(words(BEFORE.replace("Units are not stated.", "Rates are not stated.")))
                .containsExactly(
                        "left open now: Rates are not stated.",
                        "no longer left open: Units are not stated.");
        assertThat(words(BEFORE.replace("modifiers: [HA]", "modifiers: [HA, HF]")))
                .containsExactly(
                        "bill when client.age less than 18: modifiers changes from HA to HA, HF");
    }

    @Test
    void the_order_of_rules_is_no_difference() {
        int first = BEFORE.indexOf("  - id: day-minutes");
        int second = BEFORE.indexOf("  - id: note-signed");
        int bill = BEFORE.indexOf("bill:");
        var turned =
                BEFORE.substring(0, first)
                        + BEFORE.substring(second, bill)
                        + BEFORE.substring(first, second)
                        + BEFORE.substring(bill);

        assertThat(words(turned)).isEmpty();
    }

    private static List<String> words(String after) {
        return Differences.between(read(BEFORE), read(after)).stream()
                .map(Difference::words)
                .toList();
    }

    private static Rulebook read(String text) {
        return Rulebook.read("test.yaml", new StringReader(text));
    }
}
