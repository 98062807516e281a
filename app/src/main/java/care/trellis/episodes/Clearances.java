package care.trellis.episodes;

import static care.trellis.base.Action.AUTHORIZATION_EDIT;
import static care.trellis.base.Action.AUTHORIZATION_VIEW;
import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;
import static care.trellis.base.Action.CLAIM_SUBMIT;
import static care.trellis.base.Action.DENIAL_VIEW;
import static care.trellis.base.Action.DENIAL_WORK;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Consents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that says whether something of a client may leave for a payer: a review packet, a
 * claim sent again, a letter about a denial (42 CFR 2.31, 2.33).
 */
@Service
public class Clearances {

    private final EpisodeRecords episodes;
    private final Consents consents;

    Clearances(EpisodeRecords episodes, Consents consents) {
        this.episodes = episodes;
        this.consents = consents;
    }

    /** How it stands today, by the day of the client's site. */
    @Transactional(readOnly = true)
    public Clearance of(Permit permit, ClientId client) {
        permit.require(
                Episodes.resource(client),
                AUTHORIZATION_VIEW,
                AUTHORIZATION_EDIT,
                CLAIM_SUBMIT,
                DENIAL_VIEW,
                DENIAL_WORK,
                BENEFIT_VIEW,
                BENEFIT_EDIT);
        return new Clearance(episodes.isPart2(client), consents.state(permit, client));
    }
}
