package care.trellis.messages;

import care.trellis.outbound.OutboundHttp;
import care.trellis.outbound.OutboundHttp.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Texts by the interface of Twilio Programmable Messaging: one form, answered with 201. The id of
 * the message goes along as {@code Idempotency-Key}; a carrier that knows the header sends it once
 * however often it is asked.
 */
final class HttpCarrier implements Carrier {

    private static final Pattern REFERENCE =
            Pattern.compile("\"sid\"\\s*:\\s*\"([A-Za-z0-9]{1,64})\"");
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*([0-9]{1,9})");

    private final OutboundHttp http;
    private final TextWay way;
    private final String secret;

    HttpCarrier(OutboundHttp http, TextWay way, String secret) {
        this.http = http;
        this.way = way;
        this.secret = secret;
    }

    @Override
    public Kind kind() {
        return Kind.HTTP;
    }

    @Override
    public Handing hand(Outgoing message) {
        var form =
                "To=%s&From=%s&Body=%s"
                        .formatted(
                                coded(message.address()), coded(way.from()), coded(message.body()));
        var address =
                URI.create(
                        way.url().replaceAll("/+$", "")
                                + "/2010-04-01/Accounts/"
                                + coded(way.account())
                                + "/Messages.json");
        var credentials =
                Base64.getEncoder()
                        .encodeToString(
                                (way.account() + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var reply =
                http.post(
                        address,
                        Map.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Accept",
                                "application/json",
                                "Authorization",
                                "Basic " + credentials,
                                "Idempotency-Key",
                                message.id().value().toString()),
                        form);
        return switch (reply) {
            case Reply.Answered(var status, var body) -> answer(status, body);
            case Reply.NotReached(var why) -> new Handing.NotTaken(why);
            case Reply.Unknown(var why) -> new Handing.Unknown(why);
        };
    }

    private static Handing answer(int status, String body) {
        if (status / 100 == 2) {
            return new Handing.Taken(found(REFERENCE, body));
        }
        if (status == 429) {
            return new Handing.NotTaken("The carrier asked to wait.");
        }
        if (status / 100 == 5) {
            return new Handing.Unknown("The carrier failed (%d).".formatted(status));
        }
        var code = found(CODE, body);
        return new Handing.Refused(
                "The carrier refused it (%d%s)."
                        .formatted(status, code.isEmpty() ? "" : ", its code " + code));
    }

    /** What the carrier says in words may quote the number: only its codes are kept. */
    private static String found(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
