package care.trellis.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

/** What comes by text: signed, kept once, obeyed or told. */
@TrellisTest
@RecordApplicationEvents
class IncomingTest {

    private static final String SECRET = "the-token-of-the-account";

    @Autowired Clinic clinic;
    @Autowired MockMvc carrier;
    @Autowired Messages messages;
    @Autowired MessageSettings settings;
    @Autowired Preferences preferences;
    @Autowired Incoming incoming;
    @Autowired ApplicationEvents events;

    Clinic.Ward ward;
    ClientId maya;

    @BeforeEach
    void givenACarrierAndMayasNumber() {
        ward = clinic.open();
        maya = new ClientId(clinic.maya(ward).id());
        clinic.write(
                ward,
                "update clients.client set phone = '555.555.0101' where organization_id = ? and id = ?",
                ward.organization().value(),
                maya.value());
        ward.run(() -> {
            settings.text(
                            ward.permit(Action.ORGANIZATION_EDIT),
                            new TextWay("https://api.twilio.com", "AC1", "+15555550199"),
                            true,
                            SECRET)
                    .orThrow();
            preferences.save(
                    ward.permit(Action.CLIENT_EDIT),
                    maya,
                    new Preference(Way.TEXT, Language.EN, Remind.BOTH, null));
        });
    }

    @Test
    void a_text_that_the_carrier_did_not_sign_is_refused_and_kept_nowhere() throws Exception {
        assertThat(send("SM1", "STOP", "wrong secret")).isEqualTo(403);
        assertThat(stopped()).isFalse();
    }

    @Test
    void stop_is_obeyed_at_once_and_start_ends_it() throws Exception {
        assertThat(send("SM1", " Stop. ", SECRET)).isEqualTo(200);
        assertThat(stopped()).isTrue();

        assertThat(send("SM1", " Stop. ", SECRET)).as("brought twice").isEqualTo(200);
        assertThat(send("SM2", "START", SECRET)).isEqualTo(200);
        assertThat(stopped()).isFalse();
        assertThat(events.stream(TextReceived.class)).isEmpty();
    }

    @Test
    void a_code_is_told_once_to_whoever_waits_for_it() throws Exception {
        send("SM1", "4711", SECRET);
        send("SM1", "4711", SECRET);

        assertThat(events.stream(TextReceived.class))
                .singleElement()
                .satisfies(text -> {
                    assertThat(text.clients()).containsExactly(maya);
                    assertThat(text.isCode()).isTrue();
                    assertThat(text.toString()).doesNotContain("4711");
                });
    }

    @Test
    void words_wait_until_somebody_has_read_them() throws Exception {
        send("SM1", "Running late, sorry", SECRET);

        var unread = ward.in(() -> incoming.unseen(ward.permit(Action.MESSAGE_VIEW)));
        assertThat(unread)
                .singleElement()
                .satisfies(reply -> {
                    assertThat(reply.words()).isEqualTo("Running late, sorry");
                    assertThat(reply.name()).isEqualTo("Maya R.");
                });
        ward.run(() -> incoming.see(ward.permit(Action.MESSAGE_SEND), unread.getFirst().id()));
        assertThat(ward.in(() -> incoming.unseen(ward.permit(Action.MESSAGE_VIEW)))).isEmpty();
    }

    private boolean stopped() {
        return ward.in(() ->
                messages.queue(
                        ward.permit(Action.SESSION_EDIT), Ids.next(), maya, Wording.of("missed")))
                instanceof Queueing.NotWanted;
    }

    private int send(String reference, String words, String secret) throws Exception {
        var path = "/incoming/texts/" + ward.organization().value();
        var fields = Map.of("MessageSid", reference, "From", "+15555550101", "Body", words);
        var request =
                post(path)
                        .header(
                                "X-Twilio-Signature",
                                Incoming.proof(secret, "http://localhost" + path, fields));
        fields.forEach(request::param);
        return carrier.perform(request).andReturn().getResponse().getStatus();
    }
}
