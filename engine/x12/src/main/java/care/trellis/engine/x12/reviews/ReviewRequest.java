package care.trellis.engine.x12.reviews;

import care.trellis.engine.x12.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Please authorize these services (loop 2000E of a 278 request).
 *
 * @param trace our number of the request, which comes back; at most 50 characters
 * @param member the subscriber as the payer knows one
 * @param kind UM02: {@code I} first request, {@code 4} extension, {@code S} revised
 * @param serviceType UM03, such as {@code A6} psychotherapy or {@code AI} substance use
 * @param urgent UM06: urgent ({@code U}) or, when read, an emergency ({@code 03})
 * @param earlierNumber the authorization that is to be extended (REF BB), null for a first request
 * @param diagnoses ICD-10-CM codes, the principal one first; at most 12
 * @param services at least one
 */
public record ReviewRequest(
        String trace,
        Member member,
        String kind,
        String serviceType,
        boolean urgent,
        @Nullable String earlierNumber,
        List<String> diagnoses,
        List<ReviewedService> services) {

    /** Keeps its own copies of the lists. */
    public ReviewRequest {
        diagnoses = List.copyOf(diagnoses);
        services = List.copyOf(services);
    }
}
