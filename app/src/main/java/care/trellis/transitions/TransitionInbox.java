package care.trellis.transitions;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import care.trellis.web.When;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Payers to be asked for a new level, and decided levels that nobody has carried out. */
@Component
class TransitionInbox implements Inbox {

    private final NeedRecords records;
    private final Access access;

    TransitionInbox(NeedRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        return Stream.concat(needs(permit), determinations(permit)).toList();
    }

    private Stream<Waiting> needs(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.AUTHORIZATION_EDIT)) {
            return Stream.empty();
        }
        return records.needs().stream()
                .filter(one -> permit.actor().worksAt(one.site()))
                .map(one ->
                        waiting(
                                one,
                                one.withdraw()
                                        ? "Withdraw the request to %s for %s from %s: the change was taken back"
                                                .formatted(
                                                        one.payer(),
                                                        one.level(),
                                                        When.day(one.on()))
                                        : "Ask %s for %s from %s"
                                                .formatted(
                                                        one.payer(),
                                                        one.level(),
                                                        When.day(one.on())),
                                "Utilization review",
                                one.withdraw() ? "/authorizations" : "/authorizations/new"));
    }

    private Stream<Waiting> determinations(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.LEVEL_CHANGE)) {
            return Stream.empty();
        }
        return records.determinations().stream()
                .filter(one -> permit.actor().worksAt(one.site()))
                .map(one ->
                        waiting(
                                one,
                                "Carry out the level decided: " + one.level().label(),
                                "Clinician",
                                "/level"));
    }

    private static Waiting waiting(NeedRecords.Waits one, String what, String owner, String below) {
        return new Waiting(
                Waiting.Urgency.DEADLINE,
                one.on(),
                one.name(),
                what,
                owner,
                Money.ZERO,
                "/clients/" + one.client() + below);
    }
}
