package care.trellis.billing;

import care.trellis.engine.x12.Npi;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.claims.Address;
import care.trellis.engine.x12.claims.BillingProvider;
import care.trellis.organizations.BillingIdentity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organization as the head of a claim file names it. The NPI is also its sender's id. */
record Sender(Submitter submitter, BillingProvider provider) {

    /** The sender, or null together with what is missing. */
    record Found(@Nullable Sender sender, List<Missing> missing) {}

    static Found of(BillingIdentity identity) {
        var missing = new ArrayList<Missing>();
        var npi = identity.npi();
        var taxId = identity.taxId();
        var taxonomy = identity.taxonomy();
        var zip = identity.postalCode();
        var phone = identity.phone() == null ? "" : identity.phone().replaceAll("[^0-9]", "");
        if (npi == null || !Npi.isValid(npi)) {
            missing.add(Missing.ofOrganization("BILLING_NPI", "Add the organization's NPI."));
        }
        if (taxId == null) {
            missing.add(Missing.ofOrganization("TAX_ID", "Add the organization's tax id."));
        }
        if (taxonomy == null) {
            missing.add(
                    Missing.ofOrganization("TAXONOMY", "Add the organization's taxonomy code."));
        }
        if (identity.addressLine() == null
                || identity.city() == null
                || identity.state() == null
                || zip == null
                || zip.length() != 9) {
            missing.add(
                    Missing.ofOrganization(
                            "BILLING_ADDRESS",
                            "Complete the organization's street address; its ZIP code needs nine digits."));
        }
        if (phone.length() != 10) {
            missing.add(
                    Missing.ofOrganization(
                            "BILLING_PHONE", "Add a phone number of ten digits for the payer."));
        }
        if (!missing.isEmpty()
                || npi == null
                || taxId == null
                || taxonomy == null
                || identity.addressLine() == null
                || identity.city() == null
                || identity.state() == null
                || zip == null) {
            return new Found(null, missing);
        }
        return new Found(
                new Sender(
                        new Submitter(identity.name(), npi, "Billing office", phone),
                        new BillingProvider(
                                identity.name(),
                                npi,
                                taxId,
                                taxonomy,
                                new Address(
                                        identity.addressLine(),
                                        null,
                                        identity.city(),
                                        identity.state(),
                                        zip))),
                List.of());
    }
}
