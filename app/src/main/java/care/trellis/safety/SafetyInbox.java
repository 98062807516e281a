package care.trellis.safety;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.organizations.SiteId;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Flags at the home page: one's own, and those that nobody has, which whoever is on call answers
 * for. Where nobody is on call every clinician of the site is asked.
 */
@Component
class SafetyInbox implements Inbox {

    private final FlagRecords records;
    private final Access access;

    SafetyInbox(FlagRecords records, Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.SAFETY_EDIT)) {
            return List.of();
        }
        return records.standing().stream()
                // A flag of a measure waits as its alert; it would stand twice.
                .filter(one -> one.flag().source() != Flag.Source.MEASURE)
                .filter(one -> permit.actor().worksAt(one.site()))
                .filter(one -> answers(permit, one))
                .map(SafetyInbox::waiting)
                .toList();
    }

    private boolean answers(Permit permit, Standing standing) {
        if (standing.flag().owner() != null) {
            return permit.actor().account().equals(records.owner(standing.flag().id()));
        }
        return records.onCall(new SiteId(standing.site()))
                .map(watch -> watch.account().equals(permit.actor().account()))
                .orElse(true);
    }

    private static Waiting waiting(Standing standing) {
        var flag = standing.flag();
        var owner = flag.owner();
        return new Waiting(
                Waiting.Urgency.SAFETY,
                flag.dueAt().atZone(ZoneId.of(standing.zone())).toLocalDate(),
                standing.name(),
                flag.level().label() + ": " + flag.kind().label().toLowerCase(java.util.Locale.US),
                owner == null ? "On call" : owner,
                Money.ZERO,
                "/clients/" + flag.client().value() + "/safety");
    }
}
