package care.trellis.engine.rulebook;

/** What became of a rulebook and its local overrides. */
public sealed interface OverrideOutcome {

    /**
     * The overrides in force on the day are built in.
     *
     * @param rulebook the rulebook as it stands on that day
     */
    record Applied(Rulebook rulebook) implements OverrideOutcome {}

    /**
     * One override cannot stand, so that none was built in.
     *
     * @param override the one that cannot
     * @param reason why, in words for its author
     */
    record Refused(LocalOverride override, String reason) implements OverrideOutcome {}
}
