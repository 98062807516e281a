package care.trellis.transitions;

import care.trellis.authorizations.AuthorizationChanged;
import care.trellis.clients.Clients;
import care.trellis.episodes.Episode;
import care.trellis.episodes.Episodes;
import care.trellis.papers.PaperSigned;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms tell of levels: a determination was signed, a payer was asked. */
@Component
class TransitionNews {

    private final NeedRecords needs;
    private final Episodes episodes;
    private final Clients clients;
    private final Clock clock;

    TransitionNews(NeedRecords needs, Episodes episodes, Clients clients, Clock clock) {
        this.needs = needs;
        this.episodes = episodes;
        this.clients = clients;
        this.clock = clock;
    }

    /** A decided level that is not the present one waits for somebody to carry it out. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PaperSigned signed) {
        if (!signed.form().equals(Determination.FORM)) {
            return;
        }
        var client = signed.client();
        var today = clients.today(signed.permit(), client);
        needs.settle(client, clock.instant());
        var placed =
                episodes.of(signed.permit(), client).stream()
                        .filter(Episode::isOpen)
                        .findFirst()
                        .flatMap(stay -> stay.placement(today));
        var decided = Determination.level(signed.answers().one("loc_decided"));
        if (placed.isPresent() && decided.isPresent() && decided.get() != placed.get().level()) {
            needs.decide(client, signed.paper(), decided.get(), today);
        }
    }

    /** The payer was asked, or answered: what waited for that is done. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AuthorizationChanged change) {
        needs.asked(change.client(), change.from(), change.to(), clock.instant());
    }
}
