package care.trellis.placement;

import static care.trellis.base.Action.LEDGER_VIEW;

import care.trellis.base.Permit;
import care.trellis.organizations.ProgramId;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to what payers and licences say of how a group meets; the same rules hold for
 * make-up sessions and for the optimizer.
 */
@Service
public class WaysToMeet {

    private final Rules rules;

    WaysToMeet(Rules rules) {
        this.rules = rules;
    }

    /** The rules of some days, read once. */
    public static final class OfDays {

        private final Map<LocalDate, Rules.Books> days;

        private OfDays(Map<LocalDate, Rules.Books> days) {
            this.days = days;
        }

        /**
         * Whether the group counts, the way it meets on that day.
         *
         * @param contract of the coverage that pays first; empty: none
         * @throws NullPointerException for a day that was not asked for
         */
        public boolean counts(
                String contract,
                ProgramId program,
                ServiceType service,
                Modality modality,
                LocalDate day) {
            return Objects.requireNonNull(days.get(day))
                    .meeting(contract, program, service, modality, day)
                    .map(rule -> rule.allows())
                    .orElse(true);
        }
    }

    /** The rules as they stand on each of these days. */
    @Transactional(readOnly = true)
    public OfDays on(Permit permit, Set<LocalDate> days) {
        permit.require(LEDGER_VIEW);
        return new OfDays(rules.on(days));
    }
}
