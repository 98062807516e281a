package care.trellis.sessions.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.SignedOut;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import care.trellis.sessions.Feed;
import care.trellis.sessions.Feeds;
import care.trellis.web.Frame;
import care.trellis.web.When;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Calendars to subscribe to: one's own, a client's, and what stands behind a secret address. */
@Controller
class FeedController {

    private static final String OWN = "/account/calendar";

    private final Feeds feeds;
    private final HomeTime home;

    FeedController(Feeds feeds, HomeTime home) {
        this.feeds = feeds;
        this.home = home;
    }

    @GetMapping(OWN)
    @Requires(value = Action.OWN_ACCOUNT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView own(Permit permit, Frame frame) {
        return page(frame, OWN, "Your calendar", true, feeds.own(permit), "");
    }

    @PostMapping(OWN)
    @Requires(value = Action.OWN_ACCOUNT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView makeOwn(Permit permit, Frame frame) {
        var token = feeds.makeOwn(permit);
        return page(frame, OWN, "Your calendar", true, feeds.own(permit), address(token));
    }

    @PostMapping(OWN + "/revocation")
    @Requires(value = Action.OWN_ACCOUNT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView revokeOwn(Permit permit) {
        feeds.revokeOwn(permit);
        return new ModelAndView("redirect:" + OWN);
    }

    @GetMapping("/clients/{client}/calendar")
    @Requires(value = Action.CLIENT_EDIT, client = "client")
    ModelAndView of(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(
                frame, path(client), "The client's calendar", false, feeds.of(permit, client), "");
    }

    @PostMapping("/clients/{client}/calendar")
    @Requires(value = Action.CLIENT_EDIT, client = "client")
    ModelAndView make(Permit permit, Frame frame, @PathVariable ClientId client) {
        var token = feeds.make(permit, client);
        return page(
                frame,
                path(client),
                "The client's calendar",
                false,
                feeds.of(permit, client),
                address(token));
    }

    @PostMapping("/clients/{client}/calendar/revocation")
    @Requires(value = Action.CLIENT_EDIT, client = "client")
    ModelAndView revoke(Permit permit, @PathVariable ClientId client) {
        feeds.revoke(permit, client);
        return new ModelAndView("redirect:" + path(client));
    }

    /** What a calendar program asks for, by the secret alone. */
    @GetMapping("/feeds/{token}")
    @SignedOut
    ResponseEntity<byte[]> read(@PathVariable String token) {
        return switch (feeds.read(token.replaceFirst("\\.ics$", ""))) {
            case Feeds.Answer.Found(var text) ->
                    ResponseEntity.ok()
                            .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                            .cacheControl(CacheControl.noStore())
                            .header("X-Robots-Tag", "noindex")
                            .body(text.getBytes(StandardCharsets.UTF_8));
            case Feeds.Answer.TooOften _ ->
                    ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                            .header(HttpHeaders.RETRY_AFTER, "3600")
                            .build();
            case Feeds.Answer.Gone _ -> ResponseEntity.notFound().build();
        };
    }

    private ModelAndView page(
            Frame frame,
            String path,
            String title,
            boolean own,
            Optional<Feed> feed,
            String address) {
        var words =
                feed.map(one ->
                                "Made "
                                        + When.time(one.createdAt(), home.zone())
                                        + (one.readAt() == null
                                                ? "; nothing has read it yet."
                                                : "; last read "
                                                        + When.time(one.readAt(), home.zone())
                                                        + "."))
                        .orElse("");
        return new ModelAndView(
                "sessions/feed",
                Map.of("frame", frame, "view", new FeedView(path, title, own, words, address)));
    }

    private static String address(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/feeds/" + token + ".ics")
                .toUriString();
    }

    private static String path(ClientId client) {
        return "/clients/" + client.value() + "/calendar";
    }
}
