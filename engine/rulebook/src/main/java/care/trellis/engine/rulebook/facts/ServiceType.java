package care.trellis.engine.rulebook.facts;

/** What was done in a session. */
public enum ServiceType {
    INDIVIDUAL_THERAPY,
    GROUP_THERAPY,
    FAMILY_THERAPY,
    MULTI_FAMILY_GROUP,
    EDUCATION_GROUP,
    LIFE_SKILLS,
    ACTIVITY_THERAPY,
    MEDICATION_MANAGEMENT,
    ASSESSMENT,
    PSYCHIATRIC_EVALUATION,
    PSYCHOLOGICAL_TESTING
}
