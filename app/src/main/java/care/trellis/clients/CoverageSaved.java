package care.trellis.clients;

/** How writing down a coverage ended. */
public sealed interface CoverageSaved {

    /** It is on record. */
    record Saved(CoverageId coverage) implements CoverageSaved {}

    /** It was on record like this already. */
    record Unchanged(CoverageId coverage) implements CoverageSaved {}

    /**
     * Another coverage has the same place in the order on the same days: a claim needs one first
     * payer.
     */
    record PriorityTaken(CoverageId other) implements CoverageSaved {}

    /** There is no such contract here. */
    record NoSuchContract() implements CoverageSaved {}
}
