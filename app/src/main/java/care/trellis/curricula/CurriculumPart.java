package care.trellis.curricula;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.web.ChartPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The curriculum on the chart: its page. */
@Component
@Order(40)
class CurriculumPart implements ChartPart {

    private final Access access;

    CurriculumPart(Access access) {
        this.access = access;
    }

    @Override
    public List<Place> places(Permit permit, UUID client) {
        return access.mayByRole(permit.actor(), Action.CURRICULUM_VIEW)
                ? List.of(new Place("Curriculum", "groups", "/clients/" + client + "/curriculum"))
                : List.of();
    }
}
