package care.trellis.medications;

import care.trellis.medications.Reconciliation.Due;
import care.trellis.medications.Reconciliation.Moment;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a list must be compared: at admission, at each change of level, and at discharge. The days
 * are a rule of this program; accreditors ask for the moments, not for a number.
 */
final class DueReconciliations {

    /** Days somebody has after admission or a change of level. */
    static final int DAYS = 3;

    /** How long after discharge a missing comparison is still asked for. */
    static final int ASKED_DAYS = 30;

    private DueReconciliations() {}

    static Optional<Due> of(ReconciliationRecords.Stay stay, LocalDate today) {
        var discharged = stay.dischargedOn();
        if (discharged != null) {
            return stay.comparedForDischarge() || discharged.plusDays(ASKED_DAYS).isBefore(today)
                    ? Optional.empty()
                    : Optional.of(new Due(Moment.DISCHARGE, discharged, discharged));
        }
        var stepped = stay.steppedOn();
        boolean moved = stepped != null && !stepped.isAfter(today);
        var since = moved && stepped != null ? stepped : stay.admittedOn();
        var compared = stay.comparedOn();
        if (since.isAfter(today) || (compared != null && !compared.isBefore(since))) {
            return Optional.empty();
        }
        return Optional.of(
                new Due(moved ? Moment.TRANSITION : Moment.ADMISSION, since, since.plusDays(DAYS)));
    }
}
