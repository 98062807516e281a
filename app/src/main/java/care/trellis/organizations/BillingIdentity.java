package care.trellis.organizations;

import care.trellis.base.Problems;
import care.trellis.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * Who an organization is on a claim. Only the name is needed to begin; the rest before the first
 * claim.
 *
 * @param npi of the billing provider, with its check digit
 * @param taxId the employer identification number, nine digits
 * @param taxonomy a provider taxonomy code, ten characters, such as {@code 261QM0850X}
 * @param state two letters
 * @param postalCode five or nine digits
 */
public record BillingIdentity(
        String name,
        @Nullable String npi,
        @Nullable String taxId,
        @Nullable String taxonomy,
        @Nullable String addressLine,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String phone) {

    public BillingIdentity {
        name = name.strip();
        npi = Text.clean(npi);
        taxId = Fields.digits(taxId);
        taxonomy = Fields.upper(taxonomy);
        addressLine = Text.clean(addressLine);
        city = Text.clean(city);
        state = Fields.upper(state);
        postalCode = Fields.digits(postalCode);
        phone = Text.clean(phone);
    }

    /** An organization of which only the name is known yet. */
    public static BillingIdentity named(String name) {
        return new BillingIdentity(name, null, null, null, null, null, null, null, null);
    }

    /** Whether everything that a claim's billing provider loop asks for is there. */
    public boolean complete() {
        return npi != null
                && taxId != null
                && taxonomy != null
                && addressLine != null
                && city != null
                && state != null
                && postalCode != null;
    }

    Problems problems() {
        var problems = new Problems().text(name, 60, "name", "the organization's name");
        Fields.npi(problems, npi);
        Fields.address(problems, addressLine, city, state, postalCode);
        return problems.require(
                        taxId == null || taxId.length() == 9,
                        "taxId",
                        "TAX_ID_LENGTH",
                        "A tax id has nine digits.")
                .require(
                        taxonomy == null || taxonomy.matches("[0-9A-Z]{10}"),
                        "taxonomy",
                        "TAXONOMY_FORM",
                        "A taxonomy code has ten letters and digits, such as 261QM0850X.")
                .atMost(phone, 30, "phone", "the phone number");
    }
}
