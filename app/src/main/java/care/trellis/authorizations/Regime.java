package care.trellis.authorizations;

/**
 * The law whose clocks bind a payer, by the kind of plan. All clocks here run for care that is
 * under way and urgent, as an intensive program is, but those of a retrospective request, which is
 * never urgent; where the contract or the denial letter is shorter, that goes into the terms of the
 * contract.
 */
public enum Regime {
    /**
     * 29 CFR 2560.503-1: 72 hours when urgent, 30 days after service; an appeal within 180 days.
     */
    EMPLOYER(72, 30, 180, 30, "29 CFR 2560.503-1"),

    /**
     * 42 CFR 438.210 and 438.402: 72 hours when expedited, else 7 days since 2026; an appeal within
     * 60 days.
     */
    MEDICAID_MANAGED_CARE(72, 7, 60, 30, "42 CFR 438.210"),

    /**
     * 42 CFR 422.568 and 422.582: 72 hours when expedited, else 7 days since 2026; an appeal within
     * 65 days since 2025.
     */
    MEDICARE_ADVANTAGE(72, 7, 65, 30, "42 CFR 422.568");

    private final int decisionHours;
    private final int retroDays;
    private final int appealDays;
    private final int answerDays;
    private final String source;

    Regime(int decisionHours, int retroDays, int appealDays, int answerDays, String source) {
        this.decisionHours = decisionHours;
        this.retroDays = retroDays;
        this.appealDays = appealDays;
        this.answerDays = answerDays;
        this.source = source;
    }

    /** The regime of a claim filing indicator (SBR09): MC is Medicaid, MA, MB and 16 Medicare. */
    public static Regime of(String claimFilingCode) {
        return switch (claimFilingCode) {
            case "MC" -> MEDICAID_MANAGED_CARE;
            case "MA", "MB", "16" -> MEDICARE_ADVANTAGE;
            default -> EMPLOYER;
        };
    }

    /** Hours from the request to the decision. */
    public int decisionHours() {
        return decisionHours;
    }

    /** Days from a request for days already given to the decision. */
    public int retroDays() {
        return retroDays;
    }

    /** Days from the denial in which an appeal must be filed. */
    public int appealDays() {
        return appealDays;
    }

    /** Days from the appeal to its decision, where it is not expedited. */
    public int answerDays() {
        return answerDays;
    }

    /** Where the clocks stand. */
    public String source() {
        return source;
    }
}
