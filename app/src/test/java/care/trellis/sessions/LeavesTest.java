package care.trellis.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff who are away, who covers them, and a closed day that was refused at first. */
@TrellisTest
class LeavesTest {

    private static final LocalDate TUESDAY = Clinic.MONDAY.plusDays(1);

    @Autowired Clinic clinic;
    @Autowired Leaves leaves;
    @Autowired Closures closures;
    @Autowired Sessions sessions;

    Clinic.Ward ward;
    SessionId group;

    @BeforeEach
    void ortiz_leads_a_group_on_tuesday_with_kim() {
        ward = clinic.open();
        group = new SessionId(clinic.session(ward, TUESDAY, LocalTime.of(9, 0), 60));
    }

    @Test
    void whoever_is_free_then_covers_the_session_of_one_who_is_away() {
        var carla = another("Carla", "Bloom");
        var leave = away(Ids.next(), TUESDAY, TUESDAY);

        var need = ward.in(() -> leaves.needs(edit(), leave)).getFirst();
        assertThat(need.session()).isEqualTo(group);
        assertThat(need.free())
                .as("Kim is there already")
                .extracting(CoverNeed.Free::staff)
                .containsExactly(carla);

        assertThat(ward.in(() -> leaves.cover(edit(), leave, Map.of(group, carla)))).isEmpty();
        assertThat(led()).contains("Bloom").doesNotContain("Ortiz");
        assertThat(ward.in(() -> leaves.withdraw(edit(), leave))).isZero();
        assertThat(led()).contains("Ortiz");
    }

    @Test
    void somebody_who_is_away_too_covers_nothing() {
        var carla = another("Carla", "Bloom");
        ward.in(() -> leaves.add(edit(), Ids.next(), carla, TUESDAY, TUESDAY)).orThrow();
        var leave = away(Ids.next(), TUESDAY, TUESDAY);

        assertThat(ward.in(() -> leaves.needs(edit(), leave)).getFirst().free()).isEmpty();
        assertThat(ward.in(() -> leaves.cover(edit(), leave, Map.of(group, carla))))
                .containsOnlyKeys(group);
        assertThat(led()).contains("Ortiz");
    }

    @Test
    void a_leave_that_was_refused_is_sent_again_with_the_days_put_right() {
        var key = Ids.next();

        assertThat(add(key, TUESDAY, Clinic.MONDAY)).isInstanceOf(Change.Refused.class);
        assertThat(add(key, TUESDAY, TUESDAY)).isEqualTo(new Change.Done<>(key));
        assertThat(add(key, TUESDAY, TUESDAY)).isEqualTo(new Change.Done<>(key));
        assertThat(add(Ids.next(), TUESDAY, TUESDAY)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void a_closed_day_that_was_refused_is_sent_again_with_another_date() {
        var key = Ids.next();

        assertThat(close(key, Clinic.MONDAY.minusDays(3))).isInstanceOf(Closed.Past.class);
        assertThat(close(key, TUESDAY)).isEqualTo(new Closed.Done(1, 0, 0));
        assertThat(close(key, TUESDAY)).isInstanceOf(Closed.Done.class);
    }

    private Closed close(UUID key, LocalDate day) {
        return ward.in(() ->
                closures.close(
                        edit(),
                        key,
                        new SiteId(ward.site()),
                        day,
                        day,
                        Closure.Effect.CANCEL,
                        "Snow"));
    }

    private UUID away(UUID key, LocalDate from, LocalDate to) {
        return add(key, from, to).orThrow();
    }

    private Change<UUID> add(UUID key, LocalDate from, LocalDate to) {
        return ward.in(() -> leaves.add(edit(), key, new StaffId(ward.lead()), from, to));
    }

    private String led() {
        return ward.in(() -> sessions.find(ward.permit(Action.SESSION_VIEW), group))
                .orElseThrow()
                .staff();
    }

    private StaffId another(String given, String family) {
        var id = Ids.next();
        clinic.write(
                ward,
                "insert into organizations.staff (organization_id, id, given_name, family_name, npi) values (?, ?, ?, ?, '1234567893')",
                ward.organization().value(),
                id,
                given,
                family);
        clinic.write(
                ward,
                "insert into organizations.credential (organization_id, id, staff_id, code) values (?, ?, ?, 'LPC')",
                ward.organization().value(),
                Ids.next(),
                id);
        return new StaffId(id);
    }

    private Permit edit() {
        return ward.permit(Action.SESSION_EDIT);
    }
}
