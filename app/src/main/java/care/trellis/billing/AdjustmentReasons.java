package care.trellis.billing;

import java.util.Map;

/**
 * The claim adjustment reason codes that a program meets, in our own words; the list itself is
 * X12's. What is not here is shown by its number.
 */
public final class AdjustmentReasons {

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("1", "The client's deductible"),
                    Map.entry("2", "The client's coinsurance"),
                    Map.entry("3", "The client's copay"),
                    Map.entry("4", "A modifier is missing or does not fit"),
                    Map.entry("5", "Code or bill type does not fit the place of service"),
                    Map.entry("6", "Code does not fit the client's age"),
                    Map.entry("8", "Code does not fit the provider's taxonomy"),
                    Map.entry("11", "Diagnosis does not fit the service"),
                    Map.entry("15", "Authorization number missing or wrong (old code)"),
                    Map.entry("16", "Information is missing; the remark says what"),
                    Map.entry("18", "The same service was billed before"),
                    Map.entry("22", "Another payer comes first"),
                    Map.entry("23", "What an earlier payer paid or adjusted"),
                    Map.entry("24", "Covered by a capitation agreement"),
                    Map.entry("26", "Service before the coverage began"),
                    Map.entry("27", "Service after the coverage ended"),
                    Map.entry("29", "Filed too late"),
                    Map.entry("31", "The payer does not find the client as its member"),
                    Map.entry("39", "Refused when authorization was asked"),
                    Map.entry("45", "Above the contract's rate; written off"),
                    Map.entry("50", "The payer sees no medical necessity"),
                    Map.entry("96", "Not covered; the remark says why"),
                    Map.entry("97", "Included in another service that was paid"),
                    Map.entry("109", "Sent to the wrong payer"),
                    Map.entry("119", "The client's benefit is used up"),
                    Map.entry("135", "The payer takes no interim bills"),
                    Map.entry("147", "Contract rate expired or not on file"),
                    Map.entry("150", "The payer sees a lower level of care"),
                    Map.entry("151", "More often than the payer supports"),
                    Map.entry("152", "Longer than the payer supports"),
                    Map.entry("185", "The clinician may not bill this service"),
                    Map.entry("197", "Authorization is absent"),
                    Map.entry("198", "Authorization is used up"),
                    Map.entry("199", "Revenue code and procedure code do not fit"),
                    Map.entry("204", "Not part of the client's plan"),
                    Map.entry("210", "Authorization was asked too late"),
                    Map.entry("222", "This contract's maximum is reached"),
                    Map.entry("226", "Documents that were asked did not come"),
                    Map.entry("231", "Two services that exclude each other on a day"),
                    Map.entry("234", "Not paid apart from another service"),
                    Map.entry("236", "Code pair not allowed on the same day"),
                    Map.entry("242", "Out of the payer's network"),
                    Map.entry("252", "The payer wants documents"),
                    Map.entry("253", "Federal budget reduction"),
                    Map.entry("256", "Not payable under the contract"),
                    Map.entry("267", "The claim spans months"),
                    Map.entry("268", "The claim spans two years"),
                    Map.entry("282", "Code does not fit the bill type"),
                    Map.entry("283", "This attending clinician may not direct the care"),
                    Map.entry("284", "Authorization is for another service"),
                    Map.entry("296", "Authorization is for another provider"),
                    Map.entry("300", "Forwarded to the behavioral health plan"),
                    Map.entry("301", "Send it to the behavioral health plan"),
                    Map.entry("302", "Authorization had run out"),
                    Map.entry("306", "Bill type and patient status do not fit"),
                    Map.entry("B7", "Not certified for this service on the day"),
                    Map.entry("B15", "Needs another service that was not paid"));

    private AdjustmentReasons() {}

    /** The reason in words; for a code that we do not know, its number. */
    public static String words(String code) {
        return WORDS.getOrDefault(code, "Reason " + code);
    }

    /** Who bears what was taken off. */
    public static String group(String code) {
        return switch (code) {
            case "CO" -> "Written off by contract";
            case "PR" -> "The client owes it";
            case "OA" -> "Other adjustment";
            case "PI" -> "The payer's own reduction";
            default -> code;
        };
    }
}
