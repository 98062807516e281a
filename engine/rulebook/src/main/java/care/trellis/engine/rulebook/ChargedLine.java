package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.ChargeLine;
import care.trellis.engine.rulebook.facts.ClaimForm;
import care.trellis.engine.rulebook.facts.ClaimSide;
import care.trellis.engine.rulebook.facts.Session;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line charged for a day: from the list of charges, or a session that is billed on its own.
 *
 * @param units null where the charge does not say
 * @param program the day program it belongs to; {@link #NONE} for a line of its own
 */
record ChargedLine(
        @Nullable String code,
        @Nullable String service,
        @Nullable Integer units,
        @Nullable ClaimSide claim,
        @Nullable ClaimForm form,
        @Nullable Boolean byEmployee,
        String program) {

    /** The program of a line that belongs to no day program. */
    static final String NONE = "NONE";

    static ChargedLine of(ChargeLine line, String program) {
        return new ChargedLine(
                line.code(), line.service(), line.units(), line.claim(), null, null, program);
    }

    static ChargedLine of(Session session, String program) {
        var type = session.serviceType();
        return new ChargedLine(
                session.hcpcs(),
                type == null ? null : type.name(),
                1,
                session.claimForm() == ClaimForm.UB_04
                        ? ClaimSide.FACILITY
                        : ClaimSide.PROFESSIONAL,
                session.claimForm(),
                session.employee(),
                program);
    }

    /** Units charged; a line that does not say charges one. */
    int asked() {
        return units == null ? 1 : units;
    }

    /** How evidence names it: its code, or its service in words. */
    String label() {
        if (code != null || service == null) {
            return code == null ? "a line" : code;
        }
        return service.indexOf('_') < 0
                ? service
                : service.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The form as the contract spells it. */
    static @Nullable String word(@Nullable ClaimForm form) {
        return form == null ? null : form.word();
    }
}
