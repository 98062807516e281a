package care.trellis.transitions;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import care.trellis.transitions.Guidance.Sign;
import care.trellis.transitions.Guidance.Standing;
import care.trellis.transitions.Guidance.Way;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the record says to more care, or to less. It prompts and decides nothing. */
@TrellisTest
class GuidancesTest {

    private static final String WORSE = "PHQ-9 reliably worse twice in a row";
    private static final String BETTER = "PHQ-9 below 10 twice in a row";
    private static final String RISK = "A high or imminent risk is flagged";
    private static final String GOALS = "At least 70 % of the objectives are met";
    private static final String KEPT = "At least 85 % of the sessions are kept";

    @Autowired Clinic clinic;
    @Autowired Guidances guidances;

    Clinic.Ward ward;
    Clinic.Client maya;

    @BeforeEach
    void maya_of_whom_nothing_is_measured_yet() {
        ward = clinic.open();
        maya = clinic.maya(ward);
    }

    @Test
    void with_nothing_on_record_nothing_is_prompted_and_each_gap_is_named() {
        var guidance = guidance();

        assertThat(guidance.way()).isEqualTo(Way.HOLD);
        assertThat(sign(WORSE).standing()).isEqualTo(Standing.NOT_KNOWN);
        assertThat(sign(GOALS).evidence()).isEqualTo("No objective on the plan.");
        assertThat(sign(KEPT).evidence()).isEqualTo("Nothing marked in 28 days.");
        assertThat(guidance.down().getLast().standing()).isEqualTo(Standing.ASK);
    }

    @Test
    void one_sign_for_more_care_prompts_it_whatever_else_is_well() {
        goodCourse();
        assertThat(guidance().way()).isEqualTo(Way.DOWN);

        clinic.write(
                ward,
                """
                insert into safety.flag (organization_id, id, client_id, kind, level, source, words, raised_at, raised_by,
                    raised_by_name, due_at)
                values (?, ?, ?, 'SUICIDE', 'HIGH', 'STAFF', ''::bytea, now(), ?, 'Maria Ortiz', now())
                """,
                ward.organization().value(),
                Ids.next(),
                maya.id(),
                ward.leadAccount());

        assertThat(guidance().way()).isEqualTo(Way.UP);
        assertThat(sign(RISK).evidence()).isEqualTo("One open flag");
    }

    @Test
    void a_score_is_worse_only_where_two_in_a_row_are_by_six_points() {
        score(1, 12);
        score(8, 18);
        score(15, 16);
        assertThat(sign(WORSE).standing()).isEqualTo(Standing.DOES_NOT_HOLD);

        score(22, 18);
        assertThat(sign(WORSE).standing()).isEqualTo(Standing.DOES_NOT_HOLD);
        score(27, 19);

        assertThat(sign(WORSE).standing()).isEqualTo(Standing.HOLDS);
        assertThat(sign(WORSE).evidence())
                .isEqualTo("12 at first, then 18 and 19; 6 points are a reliable change.");
    }

    @Test
    void less_care_is_prompted_only_when_all_that_can_be_read_holds() {
        goodCourse();
        score(26, 10);

        assertThat(sign(BETTER).standing()).isEqualTo(Standing.DOES_NOT_HOLD);
        assertThat(guidance().way()).isEqualTo(Way.HOLD);
    }

    @Test
    void sessions_that_were_missed_count_against_less_care() {
        goodCourse();
        attended(20, "ABSENT");
        attended(21, "ABSENT");

        assertThat(sign(KEPT).standing()).isEqualTo(Standing.DOES_NOT_HOLD);
        assertThat(sign(KEPT).evidence()).isEqualTo("50 % in 28 days: 2 of 4.");
    }

    /** Two low scores, the one objective met, two sessions kept. */
    private void goodCourse() {
        score(8, 8);
        score(15, 6);
        clinic.objective(ward, maya);
        clinic.write(
                ward,
                "update plans.objective set status = 'MET' where organization_id = ?",
                ward.organization().value());
        attended(16, "PRESENT");
        attended(17, "PRESENT");
    }

    private void score(int february, int total) {
        clinic.write(
                ward,
                "insert into episodes.score (organization_id, id, client_id, instrument, taken_on, total) values (?, ?, ?, 'PHQ-9', ?, ?)",
                ward.organization().value(),
                Ids.next(),
                maya.id(),
                LocalDate.of(2026, 2, february),
                total);
    }

    private void attended(int february, String status) {
        var day = LocalDate.of(2026, 2, february);
        var session = clinic.session(ward, day, LocalTime.of(9, 0), 60, maya);
        clinic.write(
                ward,
                """
                insert into attendance.mark (organization_id, session_id, client_id, local_date, status, estimated, last_event)
                values (?, ?, ?, ?, ?, false, 1)
                """,
                ward.organization().value(),
                session,
                maya.id(),
                day,
                status);
    }

    private Sign sign(String rule) {
        var guidance = guidance();
        return java.util.stream.Stream.concat(guidance.up().stream(), guidance.down().stream())
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Guidance guidance() {
        return ward.in(
                () -> guidances.of(ward.permit(Action.LEVEL_CHANGE), new ClientId(maya.id())));
    }
}
