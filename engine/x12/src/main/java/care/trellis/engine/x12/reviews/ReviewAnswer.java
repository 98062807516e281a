package care.trellis.engine.x12.reviews;

import care.trellis.engine.x12.Member;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payer says of one request.
 *
 * @param trace the number of our request; empty when the payer did not give it back
 * @param member as the payer has the person on file
 * @param decision on the whole; null when only the services have one, or it was refused unread
 * @param from first day of what was decided as a whole; null when not said
 * @param to last day of it; null when not said
 * @param services as decided
 * @param rejections why it was refused unread (AAA03); empty when it was not
 */
public record ReviewAnswer(
        String trace,
        Member member,
        @Nullable ReviewDecision decision,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<ReviewedService> services,
        List<String> rejections) {

    /** Keeps its own copies of the lists. */
    public ReviewAnswer {
        services = List.copyOf(services);
        rejections = List.copyOf(rejections);
    }
}
