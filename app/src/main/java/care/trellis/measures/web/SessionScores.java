package care.trellis.measures.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.measures.Trend;
import care.trellis.measures.Trends;
import care.trellis.measures.Trends.Charted;
import care.trellis.sessions.SessionId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The scores of those expected in a session, as a part that the group note asks for: the newest
 * score, what became of it, and a question that might be asked.
 */
@Controller
class SessionScores {

    private final Trends trends;
    private final Access access;

    SessionScores(Trends trends, Access access) {
        this.trends = trends;
        this.access = access;
    }

    @GetMapping("/sessions/{session}/measures")
    @Requires(value = Action.NOTE_VIEW, session = "session")
    ModelAndView part(@PathVariable SessionId session, Permit permit) {
        boolean shown = access.mayByRole(permit.actor(), Action.MEASURE_VIEW);
        var lines = shown ? lines(permit, session) : List.<SessionScoreLine>of();
        return new ModelAndView("measures/session", Map.of("lines", lines));
    }

    private List<SessionScoreLine> lines(Permit permit, SessionId session) {
        return trends.expectedIn(permit, session).stream()
                .sorted(Comparator.comparing(Charted::offTrack).reversed())
                .flatMap(charted -> worst(charted).stream())
                .map(SessionScoreLine::of)
                .toList();
    }

    /** The scale that says most about somebody: off track first, then a positive safety item. */
    private static List<Trend> worst(Charted charted) {
        return charted.trends().stream()
                .filter(trend -> trend.scale().isEmpty() && trend.latest() != null)
                .filter(trend -> trend.rules().moderateFrom() != null)
                .sorted(
                        Comparator.comparing(Trend::offTrack)
                                .reversed()
                                .thenComparing(
                                        trend -> trend.instrument().id(),
                                        Comparator.reverseOrder()))
                .limit(1)
                .toList();
    }
}
