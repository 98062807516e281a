package care.trellis.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.messages.Language;
import care.trellis.messages.Message;
import care.trellis.messages.Messages;
import care.trellis.messages.Preference;
import care.trellis.messages.Preferences;
import care.trellis.messages.Remind;
import care.trellis.messages.State;
import care.trellis.messages.Way;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Everybody who was absent today is texted in one press, each once. */
@TrellisTest
class AbsentTest {

    @Autowired Clinic clinic;
    @Autowired Attendance attendance;
    @Autowired Messages messages;
    @Autowired Preferences preferences;
    @Autowired MockMvc mvc;

    Clinic.Ward ward;
    SessionId group;
    ClientId maya;
    ClientId theo;

    @BeforeEach
    void maya_who_wants_texts_and_theo_who_does_not_were_absent_and_ana_is_expected() {
        ward = clinic.open();
        var one = clinic.maya(ward);
        var other = clinic.theo(ward);
        var ana = clinic.client(ward, "Ana", "Rowe");
        maya = new ClientId(one.id());
        theo = new ClientId(other.id());
        group =
                new SessionId(
                        clinic.session(
                                ward, Clinic.MONDAY, LocalTime.of(9, 0), 50, one, other, ana));
        clinic.write(
                ward,
                "update clients.client set phone = '(555) 555-0101' where organization_id = ? and id = ?",
                ward.organization().value(),
                maya.value());
        ward.run(() ->
                preferences.save(
                        ward.permit(Action.CLIENT_EDIT),
                        maya,
                        new Preference(Way.TEXT, Language.EN, Remind.BOTH, null)));
        absent(maya);
        absent(theo);
    }

    @Test
    void who_is_texted_is_named_before_anything_leaves() throws Exception {
        var asked =
                mvc.perform(get(path()).with(ward.signedIn(Role.FRONT_DESK)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(asked)
                .contains("Maya R.", "Theo B.", "Send 2 texts")
                .doesNotContain("Ana R.", "Reyes");
        assertThat(queued()).isEmpty();
    }

    @Test
    void each_gets_one_text_a_day_and_who_wants_none_is_to_be_called() throws Exception {
        assertThat(press().getContentAsString())
                .contains("1 text is on its way. Call 1: no text is wanted or possible.");
        assertThat(press().getContentAsString())
                .contains("0 texts are on their way. 1 had one today. Call 1");

        assertThat(queued())
                .singleElement()
                .satisfies(message -> assertThat(message.client()).isEqualTo(maya));
    }

    @Test
    void who_came_after_all_is_not_texted() throws Exception {
        ward.run(() ->
                attendance.checkIn(
                        ward.permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        maya,
                        care.trellis.attendance.Method.STAFF));

        press();

        assertThat(queued()).isEmpty();
    }

    @Test
    void a_biller_texts_nobody() throws Exception {
        assertThat(press(Role.BILLER).getStatus()).isEqualTo(404);
        assertThat(queued()).isEmpty();
    }

    private void absent(ClientId client) {
        ward.run(() ->
                attendance.markAbsent(
                        ward.permit(Action.CHECK_IN),
                        UUID.randomUUID(),
                        group,
                        client,
                        Status.ABSENT,
                        ""));
    }

    private List<Message> queued() {
        return ward.in(() ->
                messages.inStates(ward.permit(Action.MESSAGE_VIEW), EnumSet.allOf(State.class)));
    }

    private MockHttpServletResponse press() throws Exception {
        return press(Role.FRONT_DESK);
    }

    private MockHttpServletResponse press(Role role) throws Exception {
        return mvc.perform(post(path()).with(ward.signedIn(role)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String path() {
        return "/board/" + ward.site() + "/absent";
    }
}
