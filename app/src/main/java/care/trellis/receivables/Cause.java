package care.trellis.receivables;

import java.util.Map;

/**
 * Our guess why a payer did not pay, by its reason code and by what we know of the claim. The usual
 * effort and the first chance of winning are where a clinic begins; its own history takes over from
 * there.
 */
public enum Cause {
    AUTHORIZATION("Authorization", 25, 0.45),
    NECESSITY("Hours or level of care", 40, 0.35),
    DOCUMENTS("Documents", 15, 0.70),
    CODING("Coding", 10, 0.80),
    CREDENTIAL("Credential", 20, 0.50),
    ELIGIBILITY("Eligibility", 15, 0.50),
    TIMELY_FILING("Timely filing", 30, 0.15),
    DUPLICATE("Billed before", 10, 0.30),
    BENEFIT("Not in the plan", 20, 0.10),
    PAYER_ERROR("Payer's error", 15, 0.85),
    UNKNOWN("No reason given", 15, 0.50);

    private static final Map<String, Cause> BY_CODE =
            Map.ofEntries(
                    Map.entry("15", AUTHORIZATION),
                    Map.entry("39", AUTHORIZATION),
                    Map.entry("197", AUTHORIZATION),
                    Map.entry("198", AUTHORIZATION),
                    Map.entry("210", AUTHORIZATION),
                    Map.entry("284", AUTHORIZATION),
                    Map.entry("296", AUTHORIZATION),
                    Map.entry("302", AUTHORIZATION),
                    Map.entry("50", NECESSITY),
                    Map.entry("150", NECESSITY),
                    Map.entry("151", NECESSITY),
                    Map.entry("152", NECESSITY),
                    Map.entry("186", NECESSITY),
                    Map.entry("226", DOCUMENTS),
                    Map.entry("250", DOCUMENTS),
                    Map.entry("251", DOCUMENTS),
                    Map.entry("252", DOCUMENTS),
                    Map.entry("B12", DOCUMENTS),
                    Map.entry("4", CODING),
                    Map.entry("5", CODING),
                    Map.entry("6", CODING),
                    Map.entry("11", CODING),
                    Map.entry("16", CODING),
                    Map.entry("97", CODING),
                    Map.entry("135", CODING),
                    Map.entry("199", CODING),
                    Map.entry("231", CODING),
                    Map.entry("234", CODING),
                    Map.entry("236", CODING),
                    Map.entry("267", CODING),
                    Map.entry("268", CODING),
                    Map.entry("282", CODING),
                    Map.entry("306", CODING),
                    Map.entry("B15", CODING),
                    Map.entry("8", CREDENTIAL),
                    Map.entry("185", CREDENTIAL),
                    Map.entry("242", CREDENTIAL),
                    Map.entry("283", CREDENTIAL),
                    Map.entry("299", CREDENTIAL),
                    Map.entry("B7", CREDENTIAL),
                    Map.entry("22", ELIGIBILITY),
                    Map.entry("26", ELIGIBILITY),
                    Map.entry("27", ELIGIBILITY),
                    Map.entry("31", ELIGIBILITY),
                    Map.entry("109", ELIGIBILITY),
                    Map.entry("300", ELIGIBILITY),
                    Map.entry("301", ELIGIBILITY),
                    Map.entry("29", TIMELY_FILING),
                    Map.entry("18", DUPLICATE),
                    Map.entry("96", BENEFIT),
                    Map.entry("119", BENEFIT),
                    Map.entry("204", BENEFIT),
                    Map.entry("222", BENEFIT),
                    Map.entry("147", PAYER_ERROR));

    private final String words;
    private final int minutes;
    private final double chance;

    Cause(String words, int minutes, double chance) {
        this.words = words;
        this.minutes = minutes;
        this.chance = chance;
    }

    /** As people say it. */
    public String words() {
        return words;
    }

    /** Minutes of work that such a denial usually takes. */
    public int minutes() {
        return minutes;
    }

    /** Share of such denials that are overturned, 0 to 1, before there is a history. */
    public double chance() {
        return chance;
    }

    /**
     * The guess.
     *
     * @param reason claim adjustment reason code; empty when the payer gave none
     * @param authorized whether the claim bore an authorization that held on its days
     * @param paidBefore whether anything of the same days was ever paid
     */
    public static Cause of(String reason, boolean authorized, boolean paidBefore) {
        return switch (reason) {
            case "" -> UNKNOWN;
            case "15", "197", "284", "296" -> authorized ? PAYER_ERROR : AUTHORIZATION;
            case "18" -> paidBefore ? DUPLICATE : PAYER_ERROR;
            default -> BY_CODE.getOrDefault(reason, UNKNOWN);
        };
    }
}
