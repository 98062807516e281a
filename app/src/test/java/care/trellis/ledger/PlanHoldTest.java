package care.trellis.ledger;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.Plan;
import care.trellis.episodes.Plans;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Where a payer's rule asks for the physician's signature of the plan (42 CFR 410.44, 424.24). */
@TrellisTest
@Import(LivedWeek.class)
class PlanHoldTest {

    @Autowired Ledger ledger;
    @Autowired Plans plans;
    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;

    @Test
    void a_plan_that_no_physician_signed_holds_the_day_until_it_is_signed() {
        var ward = clinic.open("MEDICARE_HOPD_IOP", false);
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, LocalTime.of(9, 0), 50);
        lived.group(ward, maya, MONDAY, LocalTime.of(10, 0), 50);
        lived.group(ward, maya, MONDAY, LocalTime.of(11, 0), 50);
        plan(ward, maya, null);
        clock.set(Instant.parse("2026-03-09T13:00:00Z"));

        var held = monday(ward, maya);
        assertThat(held.state()).isEqualTo(DayState.HOLD);
        assertThat(held.reason()).isEqualTo("PLAN_NOT_SIGNED_BY_PHYSICIAN");
        assertThat(held.fix()).isEqualTo("have the physician sign the plan of care");
        assertThat(held.owner()).isEqualTo(Role.PRESCRIBER);

        plan(ward, maya, MONDAY.minusDays(4));

        assertThat(monday(ward, maya).reason()).isNotEqualTo("PLAN_NOT_SIGNED_BY_PHYSICIAN");
    }

    private void plan(Ward ward, Client client, @Nullable LocalDate signedOn) {
        ward.in(() ->
                plans.adopt(
                        ward.permit(Action.PLAN_EDIT),
                        new ClientId(client.id()),
                        new EpisodeId(client.episode()),
                        new Plan.Version(540, MONDAY.minusDays(7), signedOn, signedOn)));
    }

    private ClientDay monday(Ward ward, Client client) {
        return ward.in(() ->
                        ledger.days(
                                ward.permit(Action.LEDGER_VIEW), new ClientId(client.id()), MONDAY))
                .getFirst();
    }
}
