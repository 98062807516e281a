package care.trellis.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.MockMvc;

/** A program that is killed after the mail server took a message and before it knew. */
@TrellisTest
class KilledSenderTest {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (.+)$");

    @Autowired Clinic clinic;
    @Autowired Messages messages;
    @Autowired Preferences preferences;
    @Autowired MessageSettings settings;
    @Autowired Delivery delivery;
    @Autowired SettableClock clock;
    @Autowired Environment environment;
    @Autowired MockMvc mvc;

    @Test
    void the_outcome_is_unknown_and_only_a_person_sends_it_again() throws Exception {
        var ward = clinic.open();
        try (var server = new MailServer()) {
            var key = queued(ward, server);
            var program = new AtomicReference<Process>();
            server.beforeAnswer(() -> program.get().destroyForcibly().onExit().join());
            program.set(SendingProgram.start(ward.organization(), settings()));

            assertThat(program.get().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(program.get().exitValue()).as("killed, as by kill -9").isEqualTo(128 + 9);
            assertThat(server.taken()).hasSize(1);
            server.beforeAnswer(() -> {});

            clock.set(Instant.now());
            assertThat(run(ward)).as("the other may still be at it").isZero();
            clock.advance(Delivery.LEASE.plus(Duration.ofSeconds(1)));
            assertThat(run(ward)).isZero();
            assertThat(run(ward)).isZero();
            assertThat(server.taken()).as("never twice by itself").hasSize(1);
            assertThat(page(ward)).contains("Outcome unknown", "Send it again");

            mvc.perform(
                    post("/messages/" + key.value() + "/again")
                            .with(ward.signedIn(Role.FRONT_DESK))
                            .with(csrf()));
            assertThat(run(ward)).isEqualTo(1);
            assertThat(server.taken()).hasSize(2);
            assertThat(id(server.taken().getLast()))
                    .as("a mailbox can tell that it is the same")
                    .isEqualTo(id(server.taken().getFirst()))
                    .contains(key.value().toString());
            assertThat(page(ward)).doesNotContain("Outcome unknown");
        }
    }

    /** A message to Maya that is due, in an organization that mails by this server. */
    private MessageId queued(Clinic.Ward ward, MailServer server) {
        var maya = new ClientId(clinic.maya(ward).id());
        clinic.write(
                ward,
                "update clients.client set email = 'maya@home.example' where organization_id = ? and id = ?",
                ward.organization().value(),
                maya.value());
        var key = Ids.next();
        ward.run(() -> {
            preferences.save(
                    ward.permit(Action.CLIENT_EDIT),
                    maya,
                    new Preference(Way.MAIL, Language.EN, Remind.BOTH, null));
            var edit = ward.permit(Action.ORGANIZATION_EDIT);
            settings.sign(edit, "Juniper", QuietHours.USUAL).orThrow();
            settings.mail(
                            edit,
                            new MailWay(
                                    "127.0.0.1",
                                    server.port(),
                                    MailWay.Safety.NONE,
                                    "",
                                    "hello@juniper.example"),
                            true,
                            null)
                    .orThrow();
            messages.queue(
                    ward.permit(Action.SESSION_EDIT),
                    key,
                    maya,
                    Wording.of("reminder-soon")
                            .at(
                                    Instant.parse("2026-03-02T15:30:00Z")
                                            .atZone(ZoneId.of("America/New_York"))));
        });
        // the other program's clock is the real one: the message stays of use
        clinic.write(
                ward,
                "update messages.message set not_after = null where organization_id = ?",
                ward.organization().value());
        return new MessageId(key);
    }

    private Map<String, String> settings() {
        return Map.of(
                "SPRING_DATASOURCE_URL", of("spring.datasource.url"),
                "SPRING_DATASOURCE_USERNAME", of("spring.datasource.username"),
                "SPRING_DATASOURCE_PASSWORD", of("spring.datasource.password"),
                "TRELLIS_MASTER_KEY", of("trellis.master-key"));
    }

    private String of(String property) {
        return Objects.requireNonNull(environment.getProperty(property));
    }

    private int run(Clinic.Ward ward) {
        return ward.in(() -> delivery.run(ward.permit(Action.MESSAGE_SEND)));
    }

    private String page(Clinic.Ward ward) throws Exception {
        return mvc.perform(get("/messages").with(ward.signedIn(Role.FRONT_DESK)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String id(String message) {
        var found = MESSAGE_ID.matcher(message);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
