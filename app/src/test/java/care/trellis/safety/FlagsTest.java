package care.trellis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class FlagsTest {

    @Autowired Flags flags;
    @Autowired Clinic clinic;
    @Autowired SettableClock clock;
    @Autowired MockMvc browser;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_flag_raised_twice_with_one_key_stands_once_and_its_clock_is_its_level() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var key = Ids.next();

        raise(ward, maya, key, Flag.Level.HIGH, "Said she wants it to end");
        raise(ward, maya, key, Flag.Level.HIGH, "Said she wants it to end");

        assertThat(of(ward, maya))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.words()).isEqualTo("Said she wants it to end");
                    assertThat(flag.dueAt()).isEqualTo(flag.raisedAt().plus(Duration.ofHours(4)));
                    assertThat(flag.owner()).isNull();
                });
    }

    @Test
    void what_was_seen_is_not_readable_in_the_table() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        raise(ward, maya, Ids.next(), Flag.Level.WATCH, "Said she wants it to end");

        var stored =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                "select encode(words, 'escape') from safety.flag where organization_id = ?")
                                        .param(ward.organization().value())
                                        .query(String.class)
                                        .single()));

        assertThat(stored).doesNotContain("wants");
    }

    @Test
    void a_flag_is_late_until_somebody_does_more_than_take_it() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var key = raise(ward, maya, Ids.next(), Flag.Level.IMMINENT, "");
        ward.run(() -> flags.take(ward.permit(Action.SAFETY_EDIT), maya, key));
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));

        assertThat(of(ward, maya).getFirst().isLate(clock.instant())).isTrue();
        assertThat(of(ward, maya).getFirst().owner()).isEqualTo("Maria Ortiz");

        act(ward, maya, key, Flag.Step.Kind.SEEN, "Sat with her, mother is coming");

        assertThat(of(ward, maya).getFirst().isLate(clock.instant())).isFalse();
    }

    @Test
    void closing_needs_a_reason_and_ends_it() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        var key = raise(ward, maya, Ids.next(), Flag.Level.WATCH, "");

        assertThat(act(ward, maya, key, Flag.Step.Kind.CLOSED, " "))
                .isInstanceOf(Change.Refused.class);
        act(ward, maya, key, Flag.Step.Kind.CLOSED, "Reassessed, denies plan and intent");

        assertThat(of(ward, maya).getFirst().isOpen()).isFalse();
        assertThatThrownBy(() -> act(ward, maya, key, Flag.Step.Kind.CALLED, "again"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_takes_the_watch_last_is_on_call() {
        var ward = clinic.open();
        var site = new SiteId(ward.site());
        ward.run(() -> flags.goOnCall(ward.permit(Action.SAFETY_EDIT), site, "555 0100"));
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        ward.run(() -> flags.goOnCall(ward.permit(Action.SAFETY_EDIT), site, "555 0199"));

        assertThat(ward.in(() -> flags.onCall(ward.permit(Action.SAFETY_VIEW), site)))
                .hasValueSatisfying(watch -> assertThat(watch.phone()).isEqualTo("555 0199"));
    }

    @Test
    void a_standing_flag_is_in_the_inbox_on_the_chart_and_on_the_watch() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        browser.perform(
                        post("/clients/" + maya.id() + "/flags")
                                .with(csrf())
                                .with(ward.signedIn(Role.FRONT_DESK))
                                .param("key", Ids.next().toString())
                                .param("kind", "SUICIDE")
                                .param("level", "IMMINENT")
                                .param("words", "Gave away her things"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(ward, "/", Role.CLINICIAN)).contains("Maya Reyes", "Act now: suicide risk");
        assertThat(page(ward, "/safety", Role.CLINICIAN)).contains("Maya Reyes", "Nobody yet");
        assertThat(page(ward, "/clients/" + maya.id(), Role.CLINICIAN)).contains("Act now");
        assertThat(page(ward, "/clients/" + maya.id() + "/safety", Role.CLINICIAN))
                .contains("Gave away her things", "I have it");
        assertThat(page(ward, "/clients/" + maya.id(), Role.FRONT_DESK))
                .doesNotContain("Suicide risk");
    }

    @Test
    void a_flag_without_kind_comes_back_with_what_was_typed() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);

        var page =
                browser.perform(
                                post("/clients/" + maya.id() + "/flags")
                                        .with(csrf())
                                        .with(ward.signedIn(Role.CLINICIAN))
                                        .param("key", Ids.next().toString())
                                        .param("level", "HIGH")
                                        .param("words", "Slurred speech"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(page).contains("Choose one.", "Slurred speech");
    }

    private FlagId raise(
            Clinic.Ward ward, ClientId client, UUID key, Flag.Level level, String words) {
        return ward.in(() ->
                flags.raise(
                                ward.permit(Action.SAFETY_FLAG),
                                key,
                                client,
                                Flag.Kind.SUICIDE,
                                level,
                                Flag.Source.STAFF,
                                words)
                        .orThrow());
    }

    private Change<FlagId> act(
            Clinic.Ward ward, ClientId client, FlagId flag, Flag.Step.Kind kind, String words) {
        return ward.in(() ->
                flags.act(ward.permit(Action.SAFETY_EDIT), Ids.next(), client, flag, kind, words));
    }

    private List<Flag> of(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> flags.of(ward.permit(Action.SAFETY_VIEW), client));
    }

    private String page(Clinic.Ward ward, String path, Role role) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
