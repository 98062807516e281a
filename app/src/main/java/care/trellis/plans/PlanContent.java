package care.trellis.plans;

import care.trellis.base.Hashes;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a signature binds: the whole plan with its day and number, written down once in the order of
 * its records; the hash is taken over exactly those characters.
 *
 * @param format name and version of this layout, so that an old plan can always be read
 */
record PlanContent(String format, int number, String from, TreatmentPlan plan) {

    static final String FORMAT = "trellis-plan/1";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultVisibility(seen ->
                            seen.withIsGetterVisibility(Visibility.NONE)
                                    .withGetterVisibility(Visibility.NONE)
                                    .withFieldVisibility(Visibility.ANY))
                    .build();

    /** The characters that are sealed and hashed. */
    String written() {
        return JSON.writeValueAsString(this);
    }

    /** Reads what was stored. */
    static PlanContent read(String written) {
        return JSON.readValue(written, PlanContent.class);
    }

    static byte[] hash(String written) {
        return Hashes.sha256(written);
    }

    /** The characters of one part of a plan that is sealed by itself. */
    static String part(Object part) {
        return JSON.writeValueAsString(part);
    }

    /** Reads such a part. */
    static <T> T part(String written, Class<T> type) {
        return JSON.readValue(written, type);
    }
}
