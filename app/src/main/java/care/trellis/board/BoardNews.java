package care.trellis.board;

import care.trellis.authorizations.AuthorizationChanged;
import care.trellis.base.OrganizationContext;
import care.trellis.base.news.News;
import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageChanged;
import care.trellis.ledger.WeeksDecided;
import care.trellis.notes.NotesSigned;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells open boards of changes in rooms that do not tell them by themselves, in the transaction of
 * the change. What travels is opaque; each board reads anew what it may show.
 */
@Component
class BoardNews {

    /** Topic of the news that notes were signed; its ids are the session, then the clients. */
    static final String NOTES = "notes";

    private final News news;

    BoardNews(News news) {
        this.news = news;
    }

    @EventListener
    void on(NotesSigned signed) {
        var ids = new ArrayList<UUID>();
        ids.add(signed.session().value());
        signed.clients().forEach(client -> ids.add(client.value()));
        news.tell(OrganizationContext.current(), NOTES, ids);
    }

    @EventListener
    void on(AuthorizationChanged changed) {
        tell("authorizations", changed.client().value());
    }

    @EventListener
    void on(CoverageChanged changed) {
        tell("coverage", changed.client().value());
    }

    /** What was decided again: the rows show its hours and dollars. */
    @EventListener
    void on(WeeksDecided decided) {
        news.tell(
                OrganizationContext.current(),
                "ledger",
                decided.clients().stream().map(ClientId::value).toList());
    }

    private void tell(String topic, UUID client) {
        news.tell(OrganizationContext.current(), topic, List.of(client));
    }
}
