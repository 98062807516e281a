package care.trellis.engine.x12.claims;

import care.trellis.engine.x12.Clean;
import care.trellis.engine.x12.Npi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, with the checks that every loop shares. */
final class Findings {

    private static final String TAXONOMY = "[0-9A-Z]{9}X";
    private static final int STREET = 55;

    private final List<ClaimProblem> problems = new ArrayList<>();
    private @Nullable String claim;

    /** Everything found from now on belongs to this claim. */
    void of(@Nullable String patientControlNumber) {
        claim = patientControlNumber;
    }

    List<ClaimProblem> problems() {
        return problems;
    }

    void require(boolean right, String loop, String segment, String text) {
        if (!right) {
            problems.add(new ClaimProblem(claim, loop, segment, text));
        }
    }

    void name(String value, int longest, String loop, String segment, String what) {
        int length = Clean.text(value).length();
        require(length > 0, loop, segment, what + " is missing.");
        require(
                length <= longest,
                loop,
                segment,
                what + " is longer than " + longest + " characters.");
    }

    void id(String value, int shortest, int longest, String loop, String segment, String what) {
        require(
                Clean.isExact(value) && value.length() >= shortest && value.length() <= longest,
                loop,
                segment,
                "%s must be %d to %d letters and digits without * : ^ ~."
                        .formatted(what, shortest, longest));
    }

    void npi(String value, String loop, String segment, String what) {
        require(
                Npi.isValid(value),
                loop,
                segment,
                what + " must be a ten-digit NPI; this one's check digit is wrong or missing.");
    }

    void taxonomy(@Nullable String value, String loop, String what) {
        require(
                value == null || value.matches(TAXONOMY),
                loop,
                "PRV03",
                what + " must be a ten-character taxonomy code that ends in X.");
    }

    void address(Address address, boolean fullZip, String loop, String whose) {
        name(address.line1(), STREET, loop, "N301", whose + " street");
        if (address.line2() != null) {
            require(
                    Clean.text(address.line2()).length() <= STREET,
                    loop,
                    "N302",
                    whose + " second address line is longer than 55 characters.");
        }
        name(address.city(), 30, loop, "N401", whose + " city");
        require(
                Clean.text(address.city()).length() >= 2,
                loop,
                "N401",
                whose + " city needs two letters.");
        require(
                address.state().matches("[A-Za-z]{2}"),
                loop,
                "N402",
                whose + " state must be two letters.");
        var zip = address.zip().replace("-", "");
        require(
                zip.matches(fullZip ? "[0-9]{9}" : "[0-9]{5}([0-9]{4})?"),
                loop,
                "N403",
                whose
                        + (fullZip
                                ? " zip must have nine digits."
                                : " zip must have 5 or 9 digits."));
    }

    void provider(Provider provider, String loop, String what) {
        name(provider.lastName(), 60, loop, "NM103", what + "'s last name");
        name(provider.firstName(), 35, loop, "NM104", what + "'s first name");
        npi(provider.npi(), loop, "NM109", what);
        taxonomy(provider.taxonomy(), loop, what + "'s taxonomy");
    }
}
