package care.trellis.kiosk;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.messages.Messages;
import care.trellis.messages.TextReceived;
import care.trellis.messages.Wording;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Checks in whoever texts the four digits of a room from their own number, and answers in words
 * that name nothing. Where a family shares a number, the digits say whose room it is.
 */
@Component
class CodeTexts {

    private final RoomCodes codes;
    private final Messages messages;

    CodeTexts(RoomCodes codes, Messages messages) {
        this.codes = codes;
        this.messages = messages;
    }

    @EventListener
    void on(TextReceived text) {
        if (!text.isCode() || text.clients().isEmpty()) {
            return;
        }
        var permit =
                Access.system(
                        OrganizationContext.current(), Action.CHECK_IN, Permit.Purpose.TREATMENT);
        for (var client : text.clients()) {
            if (came(permit, text, client)) {
                answer(permit, text, client, "code-taken");
                return;
            }
        }
        answer(permit, text, text.clients().getFirst(), "code-unknown");
    }

    private boolean came(Permit permit, TextReceived text, ClientId client) {
        return switch (codes.byText(permit, key(text, client, "in"), client, text.words())) {
            case Arrival.Came _, Arrival.Here _ -> true;
            case Arrival.SeeDesk _, Arrival.Wait _ -> false;
        };
    }

    private void answer(Permit permit, TextReceived text, ClientId client, String wording) {
        messages.queue(permit, key(text, client, wording), client, Wording.of(wording));
    }

    private static UUID key(TextReceived text, ClientId client, String what) {
        return UUID.nameUUIDFromBytes(
                (text.id() + what + client.value()).getBytes(StandardCharsets.UTF_8));
    }
}
