package care.trellis.billing;

import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;

/**
 * What a claim lacks.
 *
 * @param code stable, for tests and lists: {@code MEMBER_ID}
 * @param words one sentence that says what to do; it holds no person's data
 * @param path of the page that fixes it
 */
public record Missing(String code, String words, String path) {

    static final String CONSENT =
            "Ask for the consent to disclose for payment: 42 CFR Part 2 keeps the claim here.";

    /** A claim that goes out for the first time, of days that its payer takes no more. */
    static Missing late() {
        return new Missing(
                "FILING_LIMIT",
                "The payer's time for these days has run out: choose beside them why they come"
                        + " late.",
                "/claims#ready");
    }

    static Missing ofOrganization(String code, String words) {
        return new Missing(code, words, "/settings/organization");
    }

    static Missing ofContract(ContractId contract, String code, String words) {
        return new Missing(code, words, "/settings/contracts/" + contract.value());
    }

    static Missing ofClient(ClientId client, String code, String words) {
        return new Missing(code, words, "/clients/" + client.value());
    }

    static Missing ofStaff(String code, String words) {
        return new Missing(code, words, "/settings/staff");
    }

    static Missing ofClaim(ClaimId claim, String code, String words) {
        return new Missing(code, words, "/claims/" + claim.value());
    }
}
