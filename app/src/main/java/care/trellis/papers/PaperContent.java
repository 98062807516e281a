package care.trellis.papers;

import care.trellis.base.Hashes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a signature binds: the form with its version, and every answer by field in alphabetical
 * order, written down once; the hash is taken over exactly those characters.
 */
record PaperContent(
        String format,
        String client,
        String form,
        int formVersion,
        List<String> populations,
        Map<String, List<String>> answers) {

    static final String FORMAT = "trellis-paper/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    PaperContent {
        answers = new TreeMap<>(answers);
    }

    String written() {
        return JSON.writeValueAsString(this);
    }

    static PaperContent read(String written) {
        return JSON.readValue(written, PaperContent.class);
    }

    static byte[] hash(String written) {
        return Hashes.sha256(written);
    }

    static String answers(Answers answers) {
        return JSON.writeValueAsString(answers);
    }

    static Answers answers(String written) {
        return JSON.readValue(written, Answers.class);
    }
}
