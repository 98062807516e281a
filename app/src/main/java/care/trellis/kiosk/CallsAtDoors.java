package care.trellis.kiosk;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.web.CallForHelp;
import care.trellis.web.CallsForHelp;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Brings what was pressed at the tablets to every open page. */
@Component
class CallsAtDoors implements CallsForHelp {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);

    private final Calls calls;
    private final Access access;

    CallsAtDoors(Calls calls, Access access) {
        this.calls = calls;
        this.access = access;
    }

    @Override
    public List<CallForHelp> open(Permit permit) {
        if (!access.mayByRole(permit.actor(), Action.CALL_TAKE)) {
            return List.of();
        }
        return calls.open(permit).stream()
                .map(call ->
                        new CallForHelp(
                                "Somebody pressed “I am not OK” at %s, %s."
                                        .formatted(
                                                call.where(),
                                                TIME.format(call.raisedAt().atZone(call.zone()))),
                                "/kiosks/calls/" + call.id() + "/taken"))
                .toList();
    }
}
