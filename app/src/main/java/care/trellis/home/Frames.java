package care.trellis.home;

import care.trellis.base.Actor;
import care.trellis.base.Role;
import care.trellis.web.Csrf;
import care.trellis.web.Frame;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the frame of a signed-in person's pages, once per request. */
@Component
class Frames {

    private final Menu menu;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final boolean demo;

    Frames(
            Menu menu,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${trellis.demo:false}") boolean demo) {
        this.menu = menu;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.demo = demo;
    }

    Frame of(Actor actor, HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var read = (String) request.getAttribute(Frame.ORGANIZATION_NAME);
        return new Frame(
                read == null ? organizationName(actor) : read,
                actor.name(),
                role(actor),
                menu.of(actor),
                new Csrf(token.getHeaderName(), token.getParameterName(), token.getToken()),
                Duration.ofMinutes(15),
                demo);
    }

    private String organizationName(Actor actor) {
        return transaction.execute(status ->
                jdbc.sql(
                                "select name from organizations.public_organization where organization_id = :organization")
                        .param("organization", actor.organization().value())
                        .query(String.class)
                        .single());
    }

    private static String role(Actor actor) {
        return actor.roles().stream()
                .min(Comparator.naturalOrder())
                .map(Role::label)
                .orElse("No role yet");
    }
}
