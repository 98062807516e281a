package care.trellis.engine.x12.claims;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimWriterTest {

    @Test
    void an_institutional_claim_is_written() {
        System.out.println(
                ClaimWriter.write(
                        Samples.INTERCHANGE,
                        Samples.PROVIDER,
                        List.of(
                                Samples.institutional("C-1"),
                                Samples.institutional("C-2", Samples.child()),
                                Samples.institutional("C-3"))));
    }

    @Test
    void a_professional_claim_is_written() {
        System.out.println(
                ClaimWriter.write(
                        Samples.INTERCHANGE,
                        Samples.PROVIDER,
                        List.of(Samples.professional("P-1"), Samples.professional("P-2"))));
    }
}
