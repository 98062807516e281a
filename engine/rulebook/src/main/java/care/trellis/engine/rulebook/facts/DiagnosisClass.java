package care.trellis.engine.rulebook.facts;

/**
 * What the client is mainly treated for: mental health, substance use, or opioid use in particular.
 */
public enum DiagnosisClass {
    MH,
    SUD,
    OUD
}
