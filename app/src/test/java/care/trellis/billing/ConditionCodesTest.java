package care.trellis.billing;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConditionCodesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void the_rulebook_says_the_codes_whatever_the_contract_files_as() {
        assertThat(ConditionCodes.of(contract("MEDICARE_HOPD_IOP", "CI"), "IOP", DAY))
                .containsExactly("92");
    }

    @Test
    void where_the_rulebook_leaves_them_open_medicares_own_stand() {
        assertThat(ConditionCodes.of(contract("BCBSNC_COMMERCIAL_IOP", "MA"), "IOP", DAY))
                .containsExactly("92");
        assertThat(ConditionCodes.of(contract("BCBSNC_COMMERCIAL_IOP", "CI"), "IOP", DAY))
                .isEmpty();
    }

    @Test
    void partial_hospitalization_is_marked_as_such() {
        assertThat(ConditionCodes.of(contract("MEDICARE_HOPD_IOP", "MA"), "PHP", DAY))
                .containsExactly("41");
        assertThat(ConditionCodes.of(contract("MEDICARE_HOPD_IOP", "MA"), "OP", DAY)).isEmpty();
    }

    private static ClaimFacts.Contract contract(String ruleSet, String filingCode) {
        return new ClaimFacts.Contract(
                new ContractId(UUID.randomUUID()),
                "Payer",
                "P1",
                Form.of("837I"),
                ruleSet,
                filingCode,
                "13",
                null,
                false,
                180,
                "RECV");
    }
}
