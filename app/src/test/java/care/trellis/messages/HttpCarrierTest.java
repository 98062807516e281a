package care.trellis.messages;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Ids;
import care.trellis.outbound.OutboundHttp;
import care.trellis.testing.StandIn;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts leave by the one outbound door, to a stand-in carrier that speaks TLS. */
class HttpCarrierTest {

    StandIn carrier;

    @BeforeEach
    void givenACarrier() throws Exception {
        carrier = new StandIn(201, "{\"sid\":\"SM0123\",\"status\":\"queued\"}");
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    @Test
    void a_text_is_handed_over_with_its_stable_id() {
        var message = message();

        assertThat(carrier().hand(message)).isEqualTo(new Carrier.Handing.Taken("SM0123"));

        assertThat(carrier.asked)
                .containsExactly(
                        "/2010-04-01/Accounts/AC1/Messages.json To=+15555550101&From=+15555550199&Body=See you at 9 & don't be late");
        assertThat(carrier.keys).containsExactly(message.id().value().toString());
    }

    @Test
    void a_no_is_kept_as_a_code_and_not_in_words_that_quote_the_number() {
        carrier.status = 400;
        carrier.answer =
                "{\"code\":21211,\"message\":\"The 'To' number +15555550101 is not valid\"}";

        assertThat(carrier().hand(message()))
                .isEqualTo(
                        new Carrier.Handing.Refused(
                                "The carrier refused it (400, its code 21211)."));
    }

    @Test
    void a_failure_inside_the_carrier_leaves_the_outcome_open_and_a_wait_does_not() {
        carrier.status = 503;
        assertThat(carrier().hand(message())).isInstanceOf(Carrier.Handing.Unknown.class);
        carrier.status = 429;
        assertThat(carrier().hand(message())).isInstanceOf(Carrier.Handing.NotTaken.class);
    }

    @Test
    void a_redirect_is_not_followed() {
        carrier.status = 302;

        assertThat(carrier().hand(message())).isInstanceOf(Carrier.Handing.Refused.class);
        assertThat(carrier.asked).hasSize(1);
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() {
        carrier.answer = "x".repeat(1 << 20);

        assertThat(carrier().hand(message())).isInstanceOf(Carrier.Handing.Unknown.class);
    }

    @Test
    void nobody_is_asked_but_the_hosts_the_operator_named_by_https() {
        var http = new OutboundHttp(List.of("api.example"), carrier.tls());

        assertThat(http.allows(URI.create("https://api.example/x"))).isTrue();
        assertThat(http.allows(URI.create("https://API.example:443/x"))).isTrue();
        for (var address :
                List.of(
                        "http://api.example/x",
                        "https://api.example.evil.test/",
                        "https://api.example:8443/",
                        "https://api.example@evil.test/",
                        "https://user@api.example/",
                        "https://127.0.0.1/",
                        "https://[::1]/",
                        "file:///etc/passwd")) {
            assertThat(http.allows(URI.create(address))).as(address).isFalse();
            assertThat(http.post(URI.create(address), Map.of(), ""))
                    .isInstanceOf(OutboundHttp.Reply.NotReached.class);
        }
    }

    @Test
    void who_does_not_prove_its_name_gets_nothing() throws Exception {
        var http = new OutboundHttp(List.of(host()), SSLContext.getDefault());

        assertThat(new HttpCarrier(http, way(), "secret").hand(message()))
                .isInstanceOf(Carrier.Handing.NotTaken.class);
        assertThat(carrier.asked).isEmpty();
    }

    private HttpCarrier carrier() {
        return new HttpCarrier(new OutboundHttp(List.of(host()), carrier.tls()), way(), "secret");
    }

    private TextWay way() {
        return new TextWay("https://" + host(), "AC1", "+15555550199");
    }

    private String host() {
        return carrier.host();
    }

    private static Carrier.Outgoing message() {
        return new Carrier.Outgoing(
                new MessageId(Ids.next()),
                Way.TEXT,
                "+15555550101",
                "",
                "See you at 9 & don't be late",
                "",
                1,
                Instant.EPOCH);
    }
}
