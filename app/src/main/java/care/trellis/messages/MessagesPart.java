package care.trellis.messages;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.web.ChartPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from a client's chart to what was written. */
@Component
@Order(85)
class MessagesPart implements ChartPart {

    private final Access access;

    MessagesPart(Access access) {
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.CLIENT_VIEW)
                ? List.of(new Place("Messages", "mail", "/clients/" + client + "/messages"))
                : List.of();
    }
}
