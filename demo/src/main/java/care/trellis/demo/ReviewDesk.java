package care.trellis.demo;

import static care.trellis.base.Action.AUTHORIZATION_EDIT;
import static care.trellis.base.Action.REMITTANCE_POST;
import static java.nio.charset.StandardCharsets.US_ASCII;

import care.trellis.approvals.Approval;
import care.trellis.approvals.Approvals;
import care.trellis.authorizations.AuthorizationDecision;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationKind;
import care.trellis.authorizations.AuthorizationRequest;
import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Grant;
import care.trellis.demo.story.Insurer;
import care.trellis.demo.story.Participant;
import care.trellis.exchange.Arrival;
import care.trellis.exchange.Exchange;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Utilization review asks payers for days: the commercial one lately by file when a stay goes on,
 * the others on their portals.
 */
@InDemo
class ReviewDesk {

    private static final int WEEKS_BY_FILE = 3;

    private final Authorizations authorizations;
    private final Approvals approvals;
    private final Exchange exchange;

    ReviewDesk(Authorizations authorizations, Approvals approvals, Exchange exchange) {
        this.authorizations = authorizations;
        this.approvals = approvals;
        this.exchange = exchange;
    }

    /** Asks the payer for days. */
    void request(Clinic clinic, Participant person, Grant grant, UUID key) {
        var permit = permit(clinic);
        var client = clinic.stay(person).client();
        boolean byFile = byFile(clinic, person, grant);
        authorizations
                .request(
                        permit,
                        client,
                        new AuthorizationRequest(
                                byFile ? AuthorizationKind.CONCURRENT : AuthorizationKind.INITIAL,
                                clinic.house().contract(person.insurer()),
                                byFile ? "S9480" : null,
                                AuthorizationUnit.DAY,
                                grant.days(),
                                grant.from(),
                                grant.to(),
                                grant.requestedOn(),
                                null),
                        key)
                .orThrow();
        if (byFile) {
            var why = approvals.ask(permit, client, new AuthorizationId(key), Ids.next());
            if (!why.isEmpty()) {
                throw new IllegalStateException("Not asked: " + why);
            }
        }
    }

    private static boolean byFile(Clinic clinic, Participant person, Grant grant) {
        var since = clinic.plan().story().anchor().minusWeeks(WEEKS_BY_FILE);
        return person.insurer() == Insurer.SUMMIT
                && grant.from().isAfter(grant.requestedOn())
                && !grant.requestedOn().isBefore(since);
    }

    /** The payer grants them, the way it was asked. */
    void grant(Clinic clinic, Participant person, Grant grant, UUID key, LocalDate day) {
        var permit = permit(clinic);
        var client = clinic.stay(person).client();
        var id = new AuthorizationId(key);
        var asked = approvals.of(permit, client, id);
        if (asked.isEmpty()) {
            authorizations
                    .decide(
                            permit,
                            client,
                            id,
                            new AuthorizationDecision.Approved(
                                    grant.number(),
                                    AuthorizationUnit.DAY,
                                    grant.days(),
                                    grant.from(),
                                    grant.to(),
                                    day,
                                    "Portal"))
                    .orThrow();
            return;
        }
        answer(clinic, asked.getFirst(), grant, day);
    }

    private void answer(Clinic clinic, Approval asked, Grant grant, LocalDate day) {
        var file =
                approvals.download(
                        permit(clinic),
                        asked.client(),
                        asked.authorization(),
                        asked.controlNumber());
        var answer =
                StandInReviewer.answer(
                        file,
                        grant.number(),
                        Math.toIntExact(asked.controlNumber()),
                        day.atTime(8, 35));
        var came =
                exchange.receive(
                        clinic.badges().of(Colleague.BEN, REMITTANCE_POST),
                        Arrival.Source.UPLOAD,
                        "review-" + asked.controlNumber() + ".278",
                        answer.getBytes(US_ASCII));
        if (came.state() != Arrival.State.TAKEN) {
            throw new IllegalStateException("Not taken: " + came.words());
        }
    }

    private static Permit permit(Clinic clinic) {
        return clinic.badges().of(Colleague.UMA, AUTHORIZATION_EDIT);
    }
}
