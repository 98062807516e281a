package care.trellis.outreach;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Absences at the home page: one's own, and those that nobody looks after at the front desk's and
 * the clinicians'.
 */
@Component
class AbsenceInbox implements Inbox {

    private final AbsenceRecords records;
    private final Ladder ladder;
    private final HomeTime time;
    private final Access access;

    AbsenceInbox(AbsenceRecords records, Ladder ladder, HomeTime time, Access access) {
        this.records = records;
        this.ladder = ladder;
        this.time = time;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.OUTREACH)) {
            return List.of();
        }
        var roles = permit.actor().roles();
        boolean looksAfter = roles.contains(Role.FRONT_DESK) || roles.contains(Role.CLINICIAN);
        return records.of(permit.actor().sites(), time.today().plusDays(1)).stream()
                .filter(Absence::open)
                .filter(one ->
                        one.ownerAccount() == null
                                ? looksAfter
                                : one.ownerAccount().equals(permit.actor().account()))
                .map(this::row)
                .toList();
    }

    private Waiting row(Absence absence) {
        var due = ladder.due(absence.noticedAt(), absence.taken());
        var owner = absence.owner();
        return new Waiting(
                Waiting.Urgency.DEADLINE,
                due.map(moment -> moment.atZone(absence.zone()).toLocalDate())
                        .orElse(absence.day()),
                absence.name(),
                ladder.next(absence.taken())
                        .map(rung ->
                                "Was expected and did not come: "
                                        + rung.title().toLowerCase(java.util.Locale.US))
                        .orElse("Was expected and did not come: say how it ended"),
                owner == null ? Role.FRONT_DESK.label() : owner,
                Money.ZERO,
                "/outreach#a-" + absence.id().value());
    }
}
