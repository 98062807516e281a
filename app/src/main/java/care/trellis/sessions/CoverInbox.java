package care.trellis.sessions;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import care.trellis.web.When;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At the director's and the front desk's home page: sessions of the next two weeks that nobody
 * leads or covers, or that lost their room, and credentials that end within a month.
 */
@Component
class CoverInbox implements Inbox {

    private static final int DAYS_AHEAD = 14;
    private static final int CREDENTIAL_DAYS = 30;

    private final LeaveRecords records;
    private final Access access;
    private final HomeTime home;
    private final Clock clock;

    CoverInbox(LeaveRecords records, Access access, HomeTime home, Clock clock) {
        this.records = records;
        this.access = access;
        this.home = home;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Permit permit) {
        var waiting = new ArrayList<Waiting>();
        var roles = permit.actor().roles();
        if (roles.contains(Role.DIRECTOR) || roles.contains(Role.FRONT_DESK)) {
            leaves(waiting);
            bare(permit, waiting);
        }
        if (access.mayByRole(permit.actor(), Action.STAFF_VIEW)) {
            credentials(waiting);
        }
        return waiting;
    }

    private void leaves(List<Waiting> waiting) {
        var until = home.today().plusDays(DAYS_AHEAD);
        records.since(home.today(), clock.instant(), null).stream()
                .filter(leave -> leave.uncovered() > 0 && !leave.from().isAfter(until))
                .map(leave ->
                        line(
                                leave.from(),
                                "%s of %s's leave need cover"
                                        .formatted(sessions(leave.uncovered()), leave.name()),
                                "/leaves/" + leave.id()))
                .forEach(waiting::add);
    }

    private void bare(Permit permit, List<Waiting> waiting) {
        var now = clock.instant();
        records.bare(now, now.plus(Duration.ofDays(DAYS_AHEAD))).stream()
                .filter(one -> permit.actor().worksAt(one.site()))
                .map(one ->
                        line(
                                one.date(),
                                one.nobody()
                                        ? "Nobody leads " + one.title()
                                        : one.title() + " has no room: its own was taken",
                                "/sessions/" + one.session().value() + "/change"))
                .forEach(waiting::add);
    }

    private void credentials(List<Waiting> waiting) {
        var today = home.today();
        records.ending(today.minusDays(CREDENTIAL_DAYS), today.plusDays(CREDENTIAL_DAYS)).stream()
                .map(one ->
                        line(
                                one.on(),
                                "Renew %s's %s: it ends on %s%s"
                                        .formatted(
                                                one.name(),
                                                one.code(),
                                                When.day(one.on()),
                                                one.sessions() == 0
                                                        ? ""
                                                        : ", and "
                                                                + sessions(one.sessions())
                                                                + " are booked after it"),
                                "/settings/staff/" + one.staff().value()))
                .forEach(waiting::add);
    }

    private static Waiting line(LocalDate due, String what, String path) {
        return new Waiting(
                Waiting.Urgency.DEADLINE, due, "", what, Role.DIRECTOR.label(), Money.ZERO, path);
    }

    private static String sessions(int count) {
        return count == 1 ? "1 session" : count + " sessions";
    }
}
