package care.trellis.engine.x12.summary;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.TestFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Broken bytes of any kind are answered with JSON of bounded size, never with an exception. */
class FuzzTest {

    private static final int ROUNDS = 600;
    private static final long SEED = 20_261_121;
    private static final int PROBLEMS_AND_FRAME_BYTES = 400_000;
    private static final int BYTES_OUT_FOR_ONE_IN = 100;
    private static final byte[] LIKELY =
            "*~:^>|\n\r ISAGSTE0123456789-.\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "right.835",
                "two-interchanges-with-other-separators.835",
                "no-envelope.835",
                "right-4010.837",
                "one-rejected.999",
                "one-rejected.277",
                "one-not-found.271",
                "binary-with-delimiters.275",
            })
    void any_damage_ends_in_json(String name) throws IOException {
        var random = new Random(SEED + name.hashCode());
        var whole = TestFiles.own(name);
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = damaged(whole, random);
            var out = new ByteArrayOutputStream();
            Summary.write(new ByteArrayInputStream(bytes), 1 << 20, out);
            assertThat(out.size())
                    .as("round %d", round)
                    .isLessThan(PROBLEMS_AND_FRAME_BYTES + bytes.length * BYTES_OUT_FOR_ONE_IN);
            assertThat(JSON.readTree(out.toByteArray()).has("problems")).isTrue();
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (int times = random.nextInt(1, 12); times > 0; times--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1, 2 -> bytes[at] = LIKELY[random.nextInt(LIKELY.length)];
                case 3 -> bytes = without(bytes, at, random.nextInt(1, 40));
                case 4 -> bytes = doubled(bytes, at, random.nextInt(1, 200));
                default -> bytes = random.nextInt(8) == 0 ? head(bytes, at + 1) : bytes;
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        int rest = Math.min(bytes.length, at + count);
        out.write(bytes, rest, bytes.length - rest);
        return out.size() == 0 ? bytes : out.toByteArray();
    }

    private static byte[] doubled(byte[] bytes, int at, int count) {
        var out = new ByteArrayOutputStream();
        int end = Math.min(bytes.length, at + count);
        out.write(bytes, 0, end);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private static byte[] head(byte[] bytes, int count) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, count);
        return out.toByteArray();
    }
}
