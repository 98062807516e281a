package care.trellis.engine.x12;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Follows the hierarchy of one transaction (HL): each level must name as its parent a level that
 * stands open before it. So a circle, a parent that comes later, and one that never comes are all
 * seen, in memory of one path only.
 */
final class Levels {

    /** The deepest guide has five levels. */
    private static final int DEEPEST = 20;

    private final Problems problems;
    private final Deque<String> path = new ArrayDeque<>();

    Levels(Problems problems) {
        this.problems = problems;
    }

    void begin() {
        path.clear();
    }

    void segment(Segment segment) {
        if (!segment.tag().equals("HL")) {
            return;
        }
        var parent = segment.text(2);
        if (parent.isEmpty()) {
            path.clear();
        } else if (path.contains(parent)) {
            while (!parent.equals(path.peek())) {
                path.pop();
            }
        } else {
            problems.error(
                    "HL_PARENT",
                    segment.position(),
                    segment.line(),
                    "HL02 names no level that is open before it.");
            return;
        }
        if (path.size() < DEEPEST) {
            path.push(segment.text(1));
        }
    }
}
