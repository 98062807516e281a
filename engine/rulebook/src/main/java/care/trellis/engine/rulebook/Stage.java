package care.trellis.engine.rulebook;

/** The kinds of rule, in the order in which the first broken one becomes the reason. */
public enum Stage {
    RULE_SET_IN_FORCE,
    COVERAGE,
    AUTHORIZATION,
    PROGRAM,
    PLAN,
    DOCUMENTATION,
    STAFF_AND_GROUP,
    SESSION_MINIMUM,
    DAY_MINIMUM,
    WEEK_DAYS,
    WEEK_MINUTES,
    WEEK_COMPONENTS
}
