package care.trellis.messages.web;

import care.trellis.base.OrganizationId;
import care.trellis.base.SignedOut;
import care.trellis.messages.Incoming;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where the carrier brings texts. It bears no form's token: the carrier signs what it brings, and
 * what is not signed is refused without a word on why.
 */
@Controller
class IncomingController {

    private static final String NOTHING_TO_SAY =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final Incoming incoming;
    private final String declared;

    IncomingController(Incoming incoming, @Value("${trellis.base-url:}") String declared) {
        this.incoming = incoming;
        this.declared = declared.strip().replaceAll("/+$", "");
    }

    @PostMapping("/incoming/texts/{organization}")
    @SignedOut
    ResponseEntity<String> text(
            @PathVariable UUID organization,
            @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String signature,
            HttpServletRequest request) {
        var fields = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        var path = "/incoming/texts/" + organization;
        var url =
                declared.isEmpty()
                        ? ServletUriComponentsBuilder.fromContextPath(request)
                                .path(path)
                                .toUriString()
                        : declared + path;
        return incoming.receive(new OrganizationId(organization), url, fields, signature)
                ? ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NOTHING_TO_SAY)
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
}
