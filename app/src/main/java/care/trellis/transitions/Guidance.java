package care.trellis.transitions;

import java.util.List;

/**
 * What the record says to a step up or down. It prompts and never decides: staff look at the
 * evidence and choose.
 *
 * @param up signs for more care; one that holds is a prompt
 * @param down signs for less care; all that can be read must hold for a prompt
 */
public record Guidance(List<Sign> up, List<Sign> down) {

    /**
     * One thing to look at.
     *
     * @param rule in words
     * @param evidence what is on record
     */
    public record Sign(String rule, Standing standing, String evidence) {}

    /** How a sign stands. */
    public enum Standing {
        HOLDS,
        DOES_NOT_HOLD,
        /** Not enough on record. */
        NOT_KNOWN,
        /** Nothing on record can say it: staff do. */
        ASK
    }

    /** What the signs speak for. */
    public enum Way {
        UP,
        DOWN,
        HOLD
    }

    /** Copies both lists. */
    public Guidance {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /** More care where one sign for it holds; less where all do that can be read; else as it is. */
    public Way way() {
        if (up.stream().anyMatch(it -> it.standing() == Standing.HOLDS)) {
            return Way.UP;
        }
        var read = down.stream().filter(it -> it.standing() != Standing.ASK).toList();
        return read.stream().allMatch(it -> it.standing() == Standing.HOLDS) ? Way.DOWN : Way.HOLD;
    }
}
