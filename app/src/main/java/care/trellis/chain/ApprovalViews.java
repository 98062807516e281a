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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
        boolean returned =
                !requests.isEmpty() && requests.getFirst().state() == Approval.State.RETURNED;
        var path = ReviewViews.base(found) + "/requests";
        var zone = home.zone();
        return new ApprovalView(
                asks ? path : "",
                Ids.next().toString(),
                problem,
                asks && returned ? mends(permit, found) : List.of(),
                requests.stream().map(one -> event(one, zone)).toList(),
                edits ? requests.stream().map(one -> file(one, path)).toList() : List.of());
    }

    /** What a request is made of, where it can be mended before it is asked again. */
    private List<ApprovalView.Link> mends(Permit permit, Authorization found) {
        var links = new ArrayList<ApprovalView.Link>();
        links.add(
                new ApprovalView.Link(
                        "The client's name, birth date and card",
                        "/clients/" + found.client().value()));
        if (access.mayByRole(permit.actor(), Action.CONTRACT_VIEW)) {
            links.add(
                    new ApprovalView.Link(
                            "The payer's code and receiver",
                            "/settings/contracts/" + found.contract().value()));
        }
        if (access.mayByRole(permit.actor(), Action.ORGANIZATION_VIEW)) {
            links.add(
                    new ApprovalView.Link(
                            "The organization's name and NPI", "/settings/organization"));
        }
        return links;
    }

    private static Event event(Approval request, ZoneId zone) {
        var asked = day(request.askedAt(), zone);
        var received = request.receivedAt();
        var answered = request.answeredAt();
        var nothing =
                received == null
                        ? "Nothing came back yet"
                        : "The receiver has it since "
                                + Words.brief(day(received, zone))
                                + "; the payer has not answered yet";
        return new Event(
                Words.dated(answered == null ? asked : day(answered, zone)),
                request.words().isEmpty() ? nothing : request.words(),
                "Sent " + Words.dated(asked) + " by " + request.by(),
                tone(request.state()));
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone);
    }

    private static Tone tone(Approval.State state) {
        return switch (state) {
            case WAITING -> Tone.INFO;
            case PENDED -> Tone.WATCH;
            case ANSWERED -> Tone.GOOD;
            case RETURNED -> Tone.BAD;
        };
    }

    private static ApprovalView.Link file(Approval request, String path) {
        var name = "278-%09d.278".formatted(request.controlNumber());
        return new ApprovalView.Link(name, path + "/" + request.controlNumber());
    }
}
