package care.trellis.measures;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What may explain a turn of the scores. */
@TrellisTest
class TurnsTest {

    @Autowired Clinic clinic;
    @Autowired Attendance attendance;
    @Autowired MeasuresOnChart measures;
    @Autowired SettableClock clock;

    @Test
    void a_week_is_missed_once_it_is_over_and_nobody_came() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, Clinic.MONDAY, LocalTime.of(9, 0), 60, maya);
        ward.in(() ->
                attendance.markAbsent(
                        ward.permit(Action.CHECK_IN),
                        Ids.next(),
                        new SessionId(session),
                        new ClientId(maya.id()),
                        Status.ABSENT,
                        ""));

        assertThat(turns(ward, maya)).isEmpty();
        clock.advance(Duration.ofDays(7));
        assertThat(turns(ward, maya)).containsExactly(Clinic.MONDAY + " Missed week");
    }

    private java.util.List<String> turns(Clinic.Ward ward, Clinic.Client client) {
        return ward.in(() ->
                measures.turns(ward.permit(Action.MEASURE_VIEW), client.id()).stream()
                        .map(turn -> turn.day() + " " + turn.event().title())
                        .toList());
    }
}
