package care.trellis.chain;

import care.trellis.access.Access;
import care.trellis.approvals.Approval;
import care.trellis.approvals.Approvals;
import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Event;
import care.trellis.web.Tone;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what was asked of a payer by file, and what came back. */
@Component
class ApprovalViews {

    private final Approvals approvals;
    private final HomeTime home;
    private final Access access;

    ApprovalViews(Approvals approvals, HomeTime home, Access access) {
        this.approvals = approvals;
        this.home = home;
        this.access = access;
    }

    /** The card of one authorization; a problem is why nothing was sent just now. */
    ApprovalView of(Permit permit, Authorization found, String problem) {
        var requests = approvals.of(permit, found.client(), found.id());
        boolean edits = access.mayByRole(permit.actor(), Action.AUTHORIZATION_EDIT);
        boolean asks =
                edits
                        && found.state() == AuthorizationState.REQUESTED
                        && requests.stream().noneMatch(one -> one.state().open());
        var path = path(found);
        return new ApprovalView(
                asks ? path : "",
                Ids.next().toString(),
                problem,
                requests.stream().map(this::event).toList(),
                edits ? requests.stream().map(one -> file(one, path)).toList() : List.of());
    }

    static String path(Authorization found) {
        return "/clients/"
                + found.client().value()
                + "/authorizations/"
                + found.id().value()
                + "/requests";
    }

    private Event event(Approval request) {
        var answered = request.answeredAt();
        var sent = "Sent " + Words.dated(home.day(request.askedAt())) + " by " + request.by();
        return new Event(
                Words.dated(home.day(answered == null ? request.askedAt() : answered)),
                request.words().isEmpty() ? "Nothing came back yet" : request.words(),
                sent,
                tone(request.state()));
    }

    private static Tone tone(Approval.State state) {
        return switch (state) {
            case WAITING -> Tone.INFO;
            case PENDED -> Tone.WATCH;
            case ANSWERED -> Tone.GOOD;
            case RETURNED -> Tone.BAD;
        };
    }

    private static ApprovalView.File file(Approval request, String path) {
        var name = "278-%09d.278".formatted(request.controlNumber());
        return new ApprovalView.File(name, path + "/" + request.controlNumber());
    }
}
