package care.trellis.engine.rulebook.facts;

/** The claim form, on paper or as its electronic twin. */
public enum ClaimForm {
    /** Professional: CMS-1500, 837P. */
    CMS_1500,
    /** Institutional: UB-04, 837I. */
    UB_04
}
