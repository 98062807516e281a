package care.trellis.episodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.organizations.StaffId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Who answers for a client: named from a day on, shown on the chart, a filter of the board. */
@TrellisTest
class CounselorsTest {

    private static final LocalDate MONDAY = Clinic.MONDAY;

    @Autowired Clinic clinic;
    @Autowired Counselors counselors;
    @Autowired SettableClock clock;
    @Autowired MockMvc mvc;

    Clinic.Ward ward;
    Clinic.Client maya;

    @BeforeEach
    void maya_is_in_the_program() {
        ward = clinic.open();
        maya = clinic.maya(ward);
    }

    @Test
    void another_counselor_follows_the_first_who_stays_on_record() {
        name(ward.lead(), MONDAY.minusDays(3));
        name(ward.coLead(), MONDAY);

        assertThat(of())
                .extracting(Counselor::staff, Counselor::from, Counselor::to)
                .containsExactly(
                        tuple(new StaffId(ward.coLead()), MONDAY, null),
                        tuple(new StaffId(ward.lead()), MONDAY.minusDays(3), MONDAY.minusDays(1)));
    }

    @Test
    void of_two_named_for_one_day_the_one_recorded_later_stands() {
        name(ward.lead(), MONDAY);
        clock.advance(Duration.ofMinutes(1));
        name(ward.coLead(), MONDAY);

        assertThat(of()).extracting(Counselor::staff).containsExactly(new StaffId(ward.coLead()));
    }

    @Test
    void nobody_is_named_for_a_day_before_the_stay_nor_one_who_does_not_work_here() {
        assertThat(name(ward.lead(), LocalDate.of(2020, 1, 1)))
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        it -> assertThat(it.problems().toString()).contains("The stay begins on"));
        assertThat(name(Ids.next(), MONDAY)).isInstanceOf(Change.Refused.class);
        assertThat(of()).isEmpty();
    }

    @Test
    void who_is_named_on_the_page_stands_on_the_chart() throws Exception {
        var path = "/clients/" + maya.id() + "/counselor";
        assertThat(page(path)).contains("Nobody is named yet", "Maria Ortiz");
        mvc.perform(
                        post(path)
                                .param("staff", "")
                                .param("from", "2026-03-02")
                                .with(ward.signedIn(Role.CLINICIAN))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(
                        post(path)
                                .param("key", Ids.next().toString())
                                .param("staff", ward.lead().toString())
                                .param("from", "2026-03-02")
                                .with(ward.signedIn(Role.CLINICIAN))
                                .with(csrf()))
                .andExpect(redirectedUrl(path));

        assertThat(page(path)).contains("Since Mar 2");
        assertThat(page("/clients/" + maya.id())).contains("Primary counselor", "Maria Ortiz");
    }

    @Test
    void the_board_shows_the_clients_of_one_counselor() throws Exception {
        var theo = clinic.theo(ward);
        clinic.session(ward, MONDAY, LocalTime.of(9, 0), 60, maya, theo);
        name(ward.lead(), MONDAY);
        name(theo, ward.coLead(), MONDAY);

        var board = "/board/" + ward.site();
        assertThat(page(board)).contains("All counselors", "Maria Ortiz", "Jin Kim");
        assertThat(page(board + "?counselor=" + ward.lead()))
                .contains("row-" + maya.id())
                .doesNotContain("row-" + theo.id());
    }

    private Change<UUID> name(UUID staff, LocalDate from) {
        return name(maya, staff, from);
    }

    private Change<UUID> name(Clinic.Client client, UUID staff, LocalDate from) {
        return ward.in(() ->
                counselors.name(
                        ward.permit(Action.EPISODE_EDIT),
                        Ids.next(),
                        new ClientId(client.id()),
                        new StaffId(staff),
                        from));
    }

    private List<Counselor> of() {
        return ward.in(
                () -> counselors.of(ward.permit(Action.EPISODE_EDIT), new ClientId(maya.id())));
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(ward.signedIn(Role.CLINICIAN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
