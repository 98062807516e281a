package care.trellis.engine.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIValidationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentWriterTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 21, 9, 5);

    /** Writes the segments of a stored file again, through the guide's schema. */
    private static String again(String guide, Stream<String> segments) throws EDIStreamException {
        var bytes = new ByteArrayOutputStream();
        var out = new SegmentWriter(bytes, guide);
        out.start("HC", guide, "HARBOR01", "EXAMPLECH", 17, AT, true);
        out.startTransaction("837", guide);
        for (var segment : segments.toList()) {
            var elements = List.of(segment.replace("~", "").split("\\*"));
            out.segment(
                    elements.getFirst(),
                    elements.stream()
                            .skip(1)
                            .map(element -> element.contains(":") ? parts(element) : element)
                            .toArray());
        }
        out.endTransaction();
        out.end();
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static Object parts(String element) {
        return List.of(element.split(":"));
    }

    private static Stream<String> body(String file) {
        return TestFiles.ownText(file)
                .lines()
                .filter(line -> !line.matches("(ISA|GS|ST|SE|GE|IEA)\\*.*"));
    }

    @Test
    void the_guides_schema_passes_what_is_right() throws EDIStreamException {
        var file = "written-institutional.837";
        assertThat(again("005010X223A2", body(file))).isEqualTo(TestFiles.ownText(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BHT",
                "NM1\\*41",
                "PRV\\*BI",
                "NM1\\*85",
                "N3",
                "SBR",
                "NM1\\*IL",
                "NM1\\*PR",
                "DTP\\*434",
                "CL1",
                "HI",
                "NM1\\*71",
                "SV2",
                "DTP\\*472"
            })
    void a_required_segment_that_is_missing_is_refused(String missing) {
        var rest =
                body("written-institutional.837")
                        .filter(segment -> !segment.matches(missing + "\\*.*"));
        assertThatThrownBy(() -> again("005010X223A2", rest))
                .isInstanceOf(EDIValidationException.class);
    }

    @Test
    void a_qualifier_the_guide_does_not_know_is_refused() {
        var changed =
                body("written-institutional.837")
                        .map(segment -> segment.replace("NM1*PR*2", "NM1*ZZ*2"));
        assertThatThrownBy(() -> again("005010X223A2", changed))
                .isInstanceOf(EDIValidationException.class);
    }

    @Test
    void a_professional_segment_has_no_place_in_an_institutional_claim() {
        assertThatThrownBy(() -> again("005010X223A2", body("written-professional.837")))
                .isInstanceOf(EDIValidationException.class);
    }
}
