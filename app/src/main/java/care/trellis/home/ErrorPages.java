package care.trellis.home;

import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages that say no. They are the same for "not there" and "not yours"; a bug gets a number
 * that stands in the log beside its place in the code, never beside a person's data.
 */
@ControllerAdvice
@Configuration(proxyBeanMethods = false)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @ExceptionHandler(NotFound.class)
    @Nullable ModelAndView notFound(HttpServletRequest request) {
        return isEndOfStream(request) ? null : page(HttpStatus.NOT_FOUND, "");
    }

    @ExceptionHandler(Once.KeyReused.class)
    ModelAndView reused() {
        return page(HttpStatus.CONFLICT, "");
    }

    /**
     * Whoever was to read the answer has gone, as every open board does in the end: nothing is
     * logged and nothing written. Taking the response says that it is dealt with.
     */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(HttpServletResponse unread) {}

    @ExceptionHandler(Exception.class)
    @Nullable ModelAndView other(
            Exception problem, HttpServletRequest request, HttpServletResponse response) {
        if (isEndOfStream(request)) {
            return null;
        }
        if (Outage.is(problem)) {
            Outage.answer(problem, response);
            return page(HttpStatus.SERVICE_UNAVAILABLE, "");
        }
        if (problem instanceof ErrorResponse answer) {
            return page(HttpStatus.valueOf(answer.getStatusCode().value()), "");
        }
        var reference = Ids.next().toString().substring(24);
        LOG.error(
                "Reference {}: {} at {}", reference, problem.getClass().getName(), place(problem));
        LOG.debug("Reference {}", reference, problem);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, reference);
    }

    /** A stream ended with its reader, or with the session: there is nobody to show a page to. */
    private static boolean isEndOfStream(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ASYNC;
    }

    /** What the container itself refuses gets the same pages. */
    @Bean
    ErrorViewResolver errorViews() {
        return (request, status, model) -> page(status, "");
    }

    /** Messages may quote data, so only classes and lines are logged. */
    private static String place(Throwable problem) {
        var place = new StringBuilder();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            place.append(cause.getClass().getSimpleName());
            for (StackTraceElement element : cause.getStackTrace()) {
                if (element.getClassName().startsWith("care.trellis")) {
                    place.append(' ').append(element);
                }
            }
            place.append("; ");
        }
        return place.toString();
    }

    private static ModelAndView page(HttpStatus status, String reference) {
        var model =
                new HashMap<String, Object>(
                        Map.of("status", status.value(), "reference", reference));
        return new ModelAndView("web/error", model, status);
    }
}
