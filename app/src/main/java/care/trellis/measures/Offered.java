package care.trellis.measures;

import care.trellis.engine.instruments.About;
import care.trellis.engine.instruments.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as this site has it.
 *
 * @param instrument with the site's own wording where it loaded some
 * @param pack what the site loaded; null where it loaded nothing
 */
public record Offered(Instrument instrument, Availability availability, @Nullable Pack pack) {

    /** Whether it can be handed over this way at all, in this language. */
    public boolean canBeGiven(Mode mode, Language language) {
        if (mode == Mode.PAPER) {
            return availability != Availability.OFF;
        }
        if (mode == Mode.CLINICIAN && forStaffOnly()) {
            return availability != Availability.OFF;
        }
        return availability == Availability.READY
                && instrument.about().languages().contains(language.code())
                && !(mode.alone() && forStaffOnly());
    }

    /** A clinician's own rating: no client answers it alone. */
    public boolean forStaffOnly() {
        return instrument.about().answeredBy() == About.AnsweredBy.CLINICIAN;
    }

    /** Whether one of its answers can by itself bring staff to the client the same day. */
    public boolean asksAboutSafety() {
        return Safety.asksFor(instrument);
    }
}
