package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TrellisTest
class LibraryTest {

    @Autowired Clinic clinic;
    @Autowired Library library;

    Ward ward;

    @BeforeEach
    void givenAClinic() {
        ward = clinic.open();
    }

    @Test
    void wording_that_may_not_ship_is_only_there_after_somebody_attested() {
        var before = offered("DAST-10");

        var loaded = load("DAST-10", pack("DAST-10", 10), "Dana Okafor", null);

        assertThat(before.availability()).isEqualTo(Availability.PAPER_ONLY);
        assertThat(before.canBeGiven(Mode.TABLET, Language.ENGLISH)).isFalse();
        assertThat(before.canBeGiven(Mode.PAPER, Language.ENGLISH)).isTrue();
        assertThat(loaded).isInstanceOf(Change.Done.class);
        assertThat(offered("DAST-10").canBeGiven(Mode.TABLET, Language.ENGLISH)).isTrue();
        assertThat(load("DAST-10", pack("DAST-10", 10), "", null))
                .isInstanceOf(Change.Refused.class);
        ward.run(() -> library.withdraw(ward.permit(Action.MEASURE_SETTINGS), "DAST-10"));
        assertThat(offered("DAST-10").availability()).isEqualTo(Availability.PAPER_ONLY);
    }

    @Test
    void another_organization_has_none_of_it() {
        load("DAST-10", pack("DAST-10", 10), "Dana Okafor", null);

        ward = clinic.open();

        assertThat(offered("DAST-10").pack()).isNull();
    }

    @Test
    void a_wrong_file_is_refused_with_its_line_and_reason() {
        var wrong = pack("DAST-10", 10).replace("number: 4,", "number: 44,");

        var refused = load("DAST-10", wrong, "Dana Okafor", null);

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        it -> assertThat(it.problems().toString()).contains("Line 9", "44"));
    }

    @Test
    void a_licensed_measure_stays_off_until_the_reference_of_its_licence_is_there() {
        assertThat(offered("ISI").canBeGiven(Mode.PAPER, Language.ENGLISH)).isFalse();
        assertThat(load("ISI", "pack: ISI", "Dana Okafor", null).toString())
                .contains("LICENCE_MISSING");
    }

    @Test
    void what_ships_cannot_be_reworded() {
        assertThat(load("PHQ-9", pack("PHQ-9", 9), "Dana Okafor", null).toString())
                .contains("TEXT_IS_HERE");
    }

    private Offered offered(String id) {
        return ward.in(() -> library.one(ward.permit(Action.MEASURE_VIEW), id));
    }

    private Change<Pack> load(
            String id,
            String content,
            String attestedBy,
            @org.jspecify.annotations.Nullable String reference) {
        return ward.in(() ->
                library.load(
                        ward.permit(Action.MEASURE_SETTINGS),
                        Ids.next(),
                        id,
                        content,
                        attestedBy,
                        reference));
    }

    /** Words of our own: the owner's are not ours to write. */
    private static String pack(String id, int items) {
        var lines = new ArrayList<String>();
        lines.add("pack: " + id);
        lines.add("version: \"1\"");
        lines.add("notice: \"For this test\"");
        lines.add("labels: { 0: { en: \"No\" }, 1: { en: \"Yes\" } }");
        lines.add("items:");
        IntStream.rangeClosed(1, items)
                .forEach(item ->
                        lines.add(
                                "  - { number: %d, text: { en: \"Item %d\" } }"
                                        .formatted(item, item)));
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
