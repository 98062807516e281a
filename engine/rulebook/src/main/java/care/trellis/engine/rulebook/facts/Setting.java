package care.trellis.engine.rulebook.facts;

/** The kind of place the program runs in, as far as a payer distinguishes it. */
public enum Setting {
    HOPD_ON_CAMPUS,
    HOPD_OFF_CAMPUS_NONEXCEPTED,
    CMHC,
    CAH,
    RHC,
    FQHC,
    OTP_FREESTANDING,
    HOSPITAL_BASED
}
