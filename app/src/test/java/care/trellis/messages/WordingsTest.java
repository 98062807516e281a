package care.trellis.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.engine.content.RefusedFile;
import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** What messages say, and what they never say. */
class WordingsTest {

    private static final ZonedDateTime LONG_DAY =
            ZonedDateTime.of(2026, 9, 30, 11, 30, 0, 0, ZoneId.of("America/New_York"));
    private static final String SENDER = "The house on Juniper Street, front desk";

    private final Wordings wordings = new Wordings();

    WordingsTest() throws IOException {}

    @Test
    void every_wording_stands_in_every_language_and_fits_into_two_texts() {
        assertThat(wordings.all()).hasSizeGreaterThan(8);
        for (var entry : wordings.all()) {
            for (var language : Language.values()) {
                var filled = wordings.fill(filled(entry), Way.TEXT, language, SENDER, "");
                assertThat(filled.text())
                        .as(entry.id())
                        .doesNotContain("{")
                        .hasSizeLessThan(Wordings.LONGEST);
            }
        }
    }

    @Test
    void no_message_tells_a_stranger_anything() {
        for (var entry : wordings.all()) {
            for (var language : Language.values()) {
                for (var way : new Way[] {Way.TEXT, Way.MAIL}) {
                    var filled = wordings.fill(filled(entry), way, language, SENDER, "");
                    assertThat(wordings.tells(filled.subject() + " " + filled.text()))
                            .as(entry.id())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void words_that_tell_are_found_in_any_case_with_and_without_accents() {
        assertThat(wordings.tells("Your TREATMENT is today")).contains("treat");
        assertThat(wordings.tells("Centro de adicción")).contains("adicc");
        assertThat(wordings.tells("Evening IOP")).contains("iop");
        assertThat(wordings.tells("Hope Recovery")).contains("recover");
        assertThat(wordings.tells("We retreat to Biopark, unprogrammed")).isEmpty();
    }

    @Test
    void days_and_times_are_said_in_the_language_of_the_client() {
        var reminder = Wording.of("reminder-day").at(LONG_DAY);

        assertThat(wordings.fill(reminder, Way.TEXT, Language.EN, "Juniper", "").text())
                .isEqualTo(
                        "Reminder: you have an appointment on Wednesday, September 30 at 11:30 AM. Juniper Reply STOP to end.");
        assertThat(wordings.fill(reminder, Way.TEXT, Language.ES, "Juniper", "").text())
                .contains("el miércoles 30 de septiembre a las 11:30");
    }

    @Test
    void mail_ends_with_its_link_or_says_whom_to_tell() {
        var test = Wording.of("test");

        assertThat(
                        wordings.fill(
                                        test,
                                        Way.MAIL,
                                        Language.EN,
                                        "Juniper",
                                        "https://x.example/stop/t")
                                .text())
                .endsWith("To get no more of these messages: https://x.example/stop/t");
        assertThat(wordings.fill(test, Way.MAIL, Language.EN, "Juniper", "").text())
                .endsWith("tell our front desk.");
    }

    @Test
    void a_file_that_tells_too_much_or_forgets_a_language_is_refused_by_its_line() {
        assertThatThrownBy(
                        () -> read("Your therapy is today. {sender}", "Su cita es hoy. {sender}"))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("therap");
        assertThatThrownBy(() -> read("Today at {hour}. {sender}", "Hoy. {sender}"))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("blanks");
        assertThatThrownBy(() -> read("Today. {sender}", null)).isInstanceOf(RefusedFile.class);
    }

    private static Wording filled(Wordings.Entry entry) {
        var wording = Wording.of(entry.id());
        for (var blank : entry.blanks()) {
            wording =
                    blank.equals("link")
                            ? wording.with(blank, "https://juniper.example/answer/0123456789abcdef")
                            : blank.equals("minutes")
                                    ? wording.with(blank, "30")
                                    : wording.with(blank, LONG_DAY);
        }
        return wording;
    }

    private Wordings read(String english, @org.jspecify.annotations.Nullable String spanish) {
        var file =
                """
                version: 1
                wordings:
                  - id: one
                    about: One
                    hold: true
                    blanks: []
                    en: {subject: Hello, text: "%s"}
                """
                        .formatted(english);
        var rest =
                spanish == null ? "" : "    es: {subject: Hola, text: \"%s\"}\n".formatted(spanish);
        var never =
                Discretion.read(
                        "never", new StringReader("version: 1\nen: [therap]\nes: [terap]\n"));
        return new Wordings(never, "wordings", new StringReader(file + rest));
    }
}
