package care.trellis.web;

import care.trellis.base.Permit;
import java.util.List;

/** A room in which somebody may call for help. Every open page asks every bean of this kind. */
public interface CallsForHelp {

    /**
     * The calls that the person of this permit can answer.
     *
     * @param permit of the person's own page
     */
    List<CallForHelp> open(Permit permit);
}
