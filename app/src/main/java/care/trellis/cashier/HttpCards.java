package care.trellis.cashier;

import care.trellis.base.Money;
import care.trellis.outbound.OutboundHttp;
import care.trellis.outbound.OutboundHttp.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cards by the interface of Stripe Checkout: a session is opened with one form and asked for by its
 * id. The provider learns an amount and our session's id, and no name, day or service. The id goes
 * along as {@code Idempotency-Key}, so that asking again opens no second page.
 */
final class HttpCards implements CardProvider {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Asked again, it would be the same: the account or the payment is not what we think. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 410);

    private final OutboundHttp http;
    private final String url;
    private final String secret;

    /**
     * A provider.
     *
     * @param url address of its interface
     * @param secret key of our account
     */
    HttpCards(OutboundHttp http, String url, String secret) {
        this.http = http;
        this.url = url.replaceAll("/+$", "");
        this.secret = secret;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Opening open(CardSessionId session, Money amount, String returnAddress) {
        var fields =
                Map.of(
                        "mode",
                        "payment",
                        "client_reference_id",
                        session.value().toString(),
                        "line_items[0][quantity]",
                        "1",
                        "line_items[0][price_data][currency]",
                        "usd",
                        "line_items[0][price_data][unit_amount]",
                        String.valueOf(amount.cents()),
                        "line_items[0][price_data][product_data][name]",
                        "Payment",
                        "success_url",
                        returnAddress,
                        "cancel_url",
                        returnAddress);
        var headers = headers();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Idempotency-Key", session.value().toString());
        return switch (http.post(
                URI.create(url + "/v1/checkout/sessions"), headers, form(fields))) {
            case Reply.Answered(var status, var body) -> opened(status, body);
            case Reply.NotReached(var why) -> new Opening.Failed(why);
            case Reply.Unknown(var why) -> new Opening.Failed(why);
        };
    }

    private static Opening opened(int status, String body) {
        if (status / 100 != 2) {
            return new Opening.Failed("The card provider refused it (%d).".formatted(status));
        }
        var answer = read(body);
        var id = answer.path("id").asString("");
        var address = answer.path("url").asString("");
        return id.matches("[A-Za-z0-9_]{1,255}") && address.startsWith("https://")
                ? new Opening.Opened(id, address)
                : new Opening.Failed("The card provider answered without a page.");
    }

    @Override
    public Standing standing(String reference, Money amount) {
        var address = URI.create(url + "/v1/checkout/sessions/" + coded(reference));
        if (!(http.get(address, headers()) instanceof Reply.Answered(var status, var body))) {
            return Standing.OPEN;
        }
        if (status != 200) {
            return REFUSALS.contains(status) ? Standing.UNKNOWN : Standing.OPEN;
        }
        var answer = read(body);
        if (answer.isEmpty()) {
            return Standing.OPEN;
        }
        if (!answer.path("id").asString("").equals(reference)) {
            return Standing.DIFFERENT;
        }
        if (answer.path("payment_status").asString("").equals("paid")) {
            boolean whole =
                    answer.path("amount_total").asLong(-1) == amount.cents()
                            && answer.path("currency").asString("").equals("usd");
            return whole ? Standing.PAID : Standing.DIFFERENT;
        }
        return answer.path("status").asString("").equals("expired")
                ? Standing.DECLINED
                : Standing.OPEN;
    }

    private Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "application/json");
        headers.put("Authorization", "Bearer " + secret);
        return headers;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
