package care.trellis.authorizations;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.payers.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewTermsTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant AT_NOON = Instant.parse("2026-03-02T17:00:00Z");

    @Test
    void a_request_during_the_stay_is_answered_within_72_hours_and_one_after_it_within_30_days() {
        var terms = terms(Regime.EMPLOYER);

        assertThat(terms.decisionDue(AuthorizationKind.CONCURRENT, MONDAY, AT_NOON, ZONE))
                .isEqualTo("2026-03-05T17:00:00Z");
        assertThat(terms.decisionDue(AuthorizationKind.RETRO, MONDAY, AT_NOON, ZONE))
                .isEqualTo("2026-04-01T17:00:00Z");
    }

    @Test
    void medicaid_and_medicare_plans_have_seven_days_for_what_is_not_urgent() {
        assertThat(terms(Regime.MEDICAID_MANAGED_CARE).decisionHours(AuthorizationKind.RETRO))
                .isEqualTo(7 * 24);
        assertThat(terms(Regime.MEDICARE_ADVANTAGE).decisionHours(AuthorizationKind.INITIAL))
                .isEqualTo(72);
    }

    @Test
    void the_morning_to_ask_is_a_working_day() {
        // Wednesday is the last covered day; 72 hours before is Sunday.
        assertThat(terms(Regime.EMPLOYER).askOn(LocalDate.of(2026, 3, 11)))
                .isEqualTo(LocalDate.of(2026, 3, 6));
    }

    private static ReviewTerms terms(Regime regime) {
        return ReviewTerms.byLaw(new ContractId(UUID.randomUUID()), "Acme Health", regime);
    }
}
