package care.trellis.chain;

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

/** What utilization review must do by tomorrow, at the home page of its reviewers. */
@Component
class ReviewInbox implements Inbox {

    private final Worklist worklist;
    private final HomeTime home;
    private final Access access;

    ReviewInbox(Worklist worklist, HomeTime home, Access access) {
        this.worklist = worklist;
        this.home = home;
        this.access = access;
    }

    @Override
    public List<Waiting> waiting(Permit permit) {
        if (!permit.actor().roles().contains(Role.UTILIZATION_REVIEWER)) {
            return List.of();
        }
        return access.decide(
                        permit.actor(), Action.AUTHORIZATION_VIEW, Permit.Purpose.PAYMENT, null)
                .map(this::due)
                .orElseGet(List::of);
    }

    private List<Waiting> due(Permit permit) {
        var today = home.today();
        return worklist.matters(permit, today, 1).lines().stream()
                .map(ReviewInbox::waiting)
                .toList();
    }

    private static Waiting waiting(WorklistLine line) {
        var row = line.row();
        return new Waiting(
                Waiting.Urgency.DEADLINE,
                line.on(),
                row.name(),
                row.action() + ": " + lower(row.why()) + ", " + row.payer(),
                WorklistLine.OWNER,
                Money.ZERO,
                row.path());
    }

    /** Mid-sentence, but for an abbreviation that begins with several capitals. */
    private static String lower(String words) {
        return words.length() > 1 && Character.isLowerCase(words.charAt(1))
                ? Character.toLowerCase(words.charAt(0)) + words.substring(1)
                : words;
    }
}
