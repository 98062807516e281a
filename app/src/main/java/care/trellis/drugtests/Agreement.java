package care.trellis.drugtests;

import care.trellis.drugtests.Result.Kind;
import care.trellis.drugtests.Result.Outcome;
import care.trellis.medications.Medicine;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether one finding agrees with what is prescribed. */
public enum Agreement {
    AGREES("", true),
    EXPLAINED("Explained by", true),
    OFTEN_MISSED("Screens often miss", true),
    MAY_REACT("May be a cross-reaction with", false),
    UNEXPLAINED("No prescription on the list explains it", false),
    EXPECTED_MISSING("Expected, from", false);

    private final String label;
    private final boolean consistent;

    Agreement(String label, boolean consistent) {
        this.label = label;
        this.consistent = consistent;
    }

    /** The agreement in words; the medication follows where there is one. */
    public String label() {
        return label;
    }

    /** Whether nothing is owed because of it. */
    public boolean isConsistent() {
        return consistent;
    }

    /** An agreement with the medication it is about; empty where it is about none. */
    record Judged(Agreement agreement, String because) {}

    /**
     * Judges one finding.
     *
     * @param taken what was known to be taken on the day of the specimen
     */
    static Judged of(String analyte, Outcome outcome, Kind kind, Collection<Medicine> taken) {
        var shows = first(taken, medicine -> medicine.shows().contains(analyte));
        return switch (outcome) {
            case NOT_TESTED -> new Judged(AGREES, "");
            case POSITIVE -> {
                if (shows.isPresent()) {
                    yield new Judged(EXPLAINED, shows.get().name());
                }
                var reacts = first(taken, medicine -> medicine.reacts().contains(analyte));
                yield reacts.isPresent() && kind != Kind.CONFIRMATION
                        ? new Judged(MAY_REACT, reacts.get().name())
                        : new Judged(UNEXPLAINED, "");
            }
            case NEGATIVE -> {
                if (shows.isEmpty()) {
                    yield new Judged(AGREES, "");
                }
                boolean missed =
                        kind != Kind.CONFIRMATION && shows.get().missed().contains(analyte);
                yield new Judged(missed ? OFTEN_MISSED : EXPECTED_MISSING, shows.get().name());
            }
        };
    }

    private static Optional<Medicine> first(
            Collection<Medicine> taken, Predicate<Medicine> wanted) {
        return taken.stream().filter(wanted).findFirst();
    }
}
