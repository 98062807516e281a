package care.trellis.safety;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.papers.PaperSigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A paper that says that danger is near raises a flag by itself: nobody has to remember to. */
@Component
class RiskAnswers {

    private final Flags flags;

    RiskAnswers(Flags flags) {
        this.flags = flags;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PaperSigned signed) {
        if (signed.answers().yes("imminent_risk")) {
            raise(
                    signed,
                    Flag.Kind.OTHER,
                    Flag.Level.IMMINENT,
                    "Imminent danger on the eligibility form.");
        }
        if (signed.answers().yes("withdrawal_risk")) {
            raise(
                    signed,
                    Flag.Kind.WITHDRAWAL,
                    Flag.Level.HIGH,
                    "Severe withdrawal is likely; medical evaluation first.");
        }
    }

    private void raise(PaperSigned signed, Flag.Kind kind, Flag.Level level, String words) {
        var permit =
                Access.system(
                        OrganizationContext.current(),
                        Action.SAFETY_FLAG,
                        Permit.Purpose.TREATMENT);
        flags.raise(permit, Ids.next(), signed.client(), kind, level, Flag.Source.STAFF, words)
                .orThrow();
    }
}
