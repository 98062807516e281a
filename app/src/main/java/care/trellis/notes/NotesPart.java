package care.trellis.notes;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.web.ChartPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from a client's page to a new note. */
@Component
@Order(40)
class NotesPart implements ChartPart {

    private final Access access;

    NotesPart(Access access) {
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.NOTE_WRITE)
                ? List.of(new Place("New note", "pen", "/clients/" + client + "/notes/new"))
                : List.of();
    }
}
