package care.trellis.home;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The database is away for a moment, or too busy. Whether a change was made is open then, and the
 * answer says so (503): the sender asks again with the same key. Stands before everything, because
 * the session is read from the database before any page is chosen.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Outage extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    /** Whether this says that the database did not answer, and not that something is wrong. */
    static boolean is(Exception problem) {
        return problem instanceof CannotCreateTransactionException
                || problem instanceof TransactionSystemException
                || problem instanceof NonTransientDataAccessResourceException
                || problem instanceof RecoverableDataAccessException
                || problem instanceof TransientDataAccessException;
    }

    /** Logs it without what its message quotes, and asks the sender to come again. */
    static void answer(Exception problem, HttpServletResponse response) {
        LOG.warn("The database did not answer: {}", problem.getClass().getName());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException problem) {
            if (!is(problem) || response.isCommitted()) {
                throw problem;
            }
            answer(problem, response);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
