package care.trellis.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Method;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.kiosk.Devices;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.testing.Clinic;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Nine are expected at nine, in a group of which the payer says that it has at most eight. */
abstract class NineExpected {

    static final Instant NINE = Instant.parse("2026-03-02T14:00:00Z");

    @Autowired Clinic clinic;
    @Autowired Shifts shifts;
    @Autowired GroupLimits limits;
    @Autowired HandOvers handOvers;
    @Autowired Tasks tasks;
    @Autowired Devices devices;
    @Autowired Attendance attendance;
    @Autowired SettableClock clock;
    @Autowired MockMvc browser;

    Clinic.Ward ward;
    List<Clinic.Client> people;
    @Autowired LargeGroups largeGroups;
    @Autowired Sessions sessions;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    SessionId group;

    @BeforeEach
    void nine_of_arizona_are_expected_at_nine_where_eight_are_the_most() {
        ward = clinic.open("AZ_AHCCCS_S9480", false);
        people = new ArrayList<>();
        for (var name :
                List.of("Ana", "Ben", "Cleo", "Dov", "Edda", "Finn", "Gina", "Hal", "Ida")) {
            people.add(clinic.client(ward, name, "Rowe"));
        }
        group = session(9, people);
    }

    String page(String path, Role role) {
        try {
            var answer =
                    browser.perform(get(path).with(ward.signedIn(role))).andReturn().getResponse();
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            return answer.getContentAsString();
        } catch (Exception failed) {
            throw new AssertionError(path, failed);
        }
    }

    void checkIn(Clinic.Client client) {
        ward.run(() ->
                attendance.checkIn(
                        permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        new ClientId(client.id()),
                        Method.STAFF));
    }

    Change<SessionId> override(String reason) {
        return ward.in(() ->
                limits.override(permit(Action.GROUP_OVERRIDE), UUID.randomUUID(), group, reason));
    }

    Shift shift() {
        return ward.in(() -> shifts.open(permit(Action.SHIFT_VIEW), ward.site()));
    }

    List<Task> open() {
        return ward.in(() -> tasks.open(permit(Action.SHIFT_VIEW), ward.site()));
    }

    SessionId session(int hour, List<Clinic.Client> expected) {
        return new SessionId(
                clinic.session(
                        ward,
                        Clinic.MONDAY,
                        LocalTime.of(hour, 0),
                        60,
                        expected.toArray(Clinic.Client[]::new)));
    }

    Permit permit(Action action) {
        return ward.permit(action);
    }
}
