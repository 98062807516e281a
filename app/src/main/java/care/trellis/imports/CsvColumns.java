package care.trellis.imports;

import java.util.List;
import java.util.Map;

/** The columns of the spreadsheet, and what stands in each. The first row names them. */
public enum CsvColumns {
    ID("id", true, "Your own number for the person; rows with the same one belong together"),
    GIVEN_NAME("given_name", true, "Given name; may stay empty on further rows of the same person"),
    FAMILY_NAME("family_name", true, "Family name; may stay empty on further rows"),
    BIRTH_DATE("birth_date", true, "Birth date as 1990-05-04; may stay empty on further rows"),
    SEX("sex", false, "F, M or U"),
    PRONOUNS("pronouns", false, "Such as they/them"),
    PHONE("phone", false, "Telephone"),
    EMAIL("email", false, "E-mail"),
    ADDRESS("address", false, "House and street"),
    CITY("city", false, "City"),
    STATE("state", false, "State, two letters"),
    POSTAL_CODE("postal_code", false, "ZIP code"),
    PAYER("payer", false, "Name of the payer; with it a row is also a coverage"),
    CONTRACT("contract", false, "Name of your contract with the payer, where there is one"),
    MEMBER_ID("member_id", false, "Member id on the card"),
    GROUP_NUMBER("group_number", false, "Group number on the card"),
    PRIORITY("priority", false, "1 is billed first; 1 where empty"),
    COVERAGE_FROM("coverage_from", false, "First day covered, as 2026-01-01"),
    COVERAGE_TO("coverage_to", false, "Last day covered; empty while it lasts"),
    AUTHORIZATION(
            "authorization", false, "The payer's number; with it a row is also an authorization"),
    AUTHORIZATION_UNIT("authorization_unit", false, "DAY, UNIT, HOUR or VISIT"),
    AUTHORIZATION_UNITS("authorization_units", false, "How many were granted"),
    AUTHORIZATION_FROM("authorization_from", false, "First day, as 2026-01-01"),
    AUTHORIZATION_TO("authorization_to", false, "Last day");

    private final String heading;
    private final boolean required;
    private final String meaning;

    CsvColumns(String heading, boolean required, String meaning) {
        this.heading = heading;
        this.required = required;
        this.meaning = meaning;
    }

    /** What the first row calls it. */
    public String heading() {
        return heading;
    }

    /** Whether the file must have the column. */
    public boolean required() {
        return required;
    }

    /** What stands in it. */
    public String meaning() {
        return meaning;
    }

    /** The template: the headings and one invented person with two coverages. */
    public static String template() {
        var headings =
                String.join(
                        ",", java.util.Arrays.stream(values()).map(CsvColumns::heading).toList());
        return String.join(
                "\r\n",
                headings,
                "1,Robin,Example,1990-05-04,U,they/them,555-0100,,2 Oak Street,Springfield,NC,27501,"
                        + "Sample Health,,M123,,1,2026-01-01,,,,,,",
                "1,,,,,,,,,,,,Sample Supplement,,S456,,2,2026-01-01,,,,,,",
                "");
    }

    /** The organization's contracts by name in lower case: what the contract column may say. */
    record Contracts(Map<String, care.trellis.payers.ContractId> byName) {

        /** Copies the map. */
        Contracts {
            byName = Map.copyOf(byName);
        }

        /** What a wrong name is told. */
        String names() {
            return byName.isEmpty()
                    ? "there are no contracts yet, so leave it empty"
                    : "write one of: "
                            + String.join(
                                    ", ", List.copyOf(new java.util.TreeSet<>(byName.keySet())));
        }
    }
}
