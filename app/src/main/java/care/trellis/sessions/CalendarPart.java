package care.trellis.sessions;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.web.ChartPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The client's own calendar, among the pages of the client. */
@Component
@Order(60)
class CalendarPart implements ChartPart {

    private final Access access;

    CalendarPart(Access access) {
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.CLIENT_EDIT)
                ? List.of(new Place("Calendar", "calendar", "/clients/" + client + "/calendar"))
                : List.of();
    }
}
