package care.trellis.attendance.web;

import care.trellis.attendance.Kind;
import care.trellis.attendance.LateTap;
import care.trellis.attendance.LateTaps;
import care.trellis.attendance.Method;
import care.trellis.attendance.Recording;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what staff pressed without a connection. */
@Controller
class TapController {

    private final LateTaps lateTaps;

    TapController(LateTaps lateTaps) {
        this.lateTaps = lateTaps;
    }

    /** In the order in which it was pressed; says how many differ from the record. */
    @PostMapping("/taps")
    @Requires(Action.CHECK_IN)
    ResponseEntity<Void> merge(
            Permit permit,
            @RequestParam List<UUID> id,
            @RequestParam List<UUID> session,
            @RequestParam List<UUID> client,
            @RequestParam List<String> kind,
            @RequestParam List<Long> age) {
        int count = id.size();
        if (List.of(session.size(), client.size(), kind.size(), age.size()).stream()
                .anyMatch(size -> size != count)) {
            return ResponseEntity.badRequest().build();
        }
        int differs = 0;
        for (int tap = 0; tap < count; tap++) {
            differs +=
                    differs(
                                    permit,
                                    new LateTap(
                                            id.get(tap),
                                            new SessionId(session.get(tap)),
                                            new ClientId(client.get(tap)),
                                            kind.get(tap).equals("OUT")
                                                    ? Kind.CHECK_OUT
                                                    : Kind.CHECK_IN,
                                            Method.STAFF,
                                            Duration.ofMillis(age.get(tap))))
                            ? 1
                            : 0;
        }
        return ResponseEntity.ok().header("Trellis-Differs", String.valueOf(differs)).build();
    }

    /** A press at a session that is gone, or of a client who is not on its roster, is no record. */
    private boolean differs(Permit permit, LateTap tap) {
        try {
            return switch (lateTaps.merge(permit, tap)) {
                case Recording.Recorded _, Recording.AlreadyRecorded _ -> false;
                case Recording.NotExpected _,
                        Recording.Cancelled _,
                        Recording.TooEarly _,
                        Recording.Over _,
                        Recording.NotHere _,
                        Recording.MustStay _,
                        Recording.TooLate _,
                        Recording.Differs _ ->
                        true;
            };
        } catch (NotFound gone) {
            return true;
        }
    }
}
