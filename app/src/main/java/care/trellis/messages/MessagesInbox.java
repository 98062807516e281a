package care.trellis.messages;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Messages that may not have arrived, and replies that nobody read, at the front desk's home page.
 */
@Component
class MessagesInbox implements Inbox {

    private final MessageRecords messages;
    private final IncomingRecords incoming;
    private final HomeTime time;
    private final Access access;

    MessagesInbox(MessageRecords messages, IncomingRecords incoming, HomeTime time, Access access) {
        this.messages = messages;
        this.incoming = incoming;
        this.time = time;
        this.access = access;
    }

    @Override
    public List<Waiting> waiting(Permit permit) {
        var roles = permit.actor().roles();
        if (!access.mayByRole(permit.actor(), Action.MESSAGE_SEND)
                || !(roles.contains(Role.FRONT_DESK) || roles.contains(Role.DIRECTOR))) {
            return List.of();
        }
        var waiting = new ArrayList<Waiting>();
        int trouble =
                messages.count(EnumSet.of(State.REFUSED, State.OUTCOME_UNKNOWN), Instant.EPOCH);
        if (trouble > 0) {
            waiting.add(
                    row(
                            trouble == 1
                                    ? "A message may not have arrived: decide what to do"
                                    : trouble + " messages may not have arrived: decide what to do",
                            "/messages"));
        }
        int unread = incoming.unseen(permit.actor().sites(), 50).size();
        if (unread > 0) {
            waiting.add(
                    row(
                            unread == 1
                                    ? "A client wrote back: read it"
                                    : unread + " clients wrote back: read it",
                            "/messages/replies"));
        }
        return waiting;
    }

    private Waiting row(String what, String path) {
        return new Waiting(
                Waiting.Urgency.DEADLINE,
                time.today(),
                "",
                what,
                Role.FRONT_DESK.label(),
                Money.ZERO,
                path);
    }
}
