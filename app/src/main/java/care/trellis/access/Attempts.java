package care.trellis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What every door for strangers does with an answer: the {@link AddressLimit}, then the answer. */
@Component
public class Attempts {

    private final AddressLimit limit;

    Attempts(AddressLimit limit) {
        this.limit = limit;
    }

    /**
     * Makes the attempt unless its address has to wait. An answer of 422 is a wrong one and counts.
     *
     * @param tooMany the same page again, saying what it is given
     */
    public ModelAndView make(
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<ModelAndView> attempt,
            Function<String, ModelAndView> tooMany) {
        var address = request.getRemoteAddr();
        var wait = limit.count(address);
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds() + 1));
            var page = tooMany.apply(words(wait.get()));
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return page;
        }
        var page = attempt.get();
        if (page.getStatus() != HttpStatus.UNPROCESSABLE_CONTENT) {
            limit.forgive(address);
        }
        return page;
    }

    private static String words(Duration wait) {
        long minutes = wait.toMinutes() + 1;
        return "Too many wrong answers came from your network. Try again in %d %s."
                .formatted(minutes, minutes == 1 ? "minute" : "minutes");
    }
}
