package care.trellis.notes;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The seal of what is written in notes: drafts, what is set aside, what is signed, addenda. Empty
 * text is not sealed.
 */
@Component
class NoteSeal {

    private final Seal seal;

    NoteSeal(Keys keys) {
        this.seal = new Seal(keys, "notes");
    }

    /**
     * Seals text for its place.
     *
     * @param place the ids of the row, without the organization's
     */
    byte @Nullable [] close(String text, UUID... place) {
        return text.isEmpty() ? null : seal.closeText(text, here(place));
    }

    /** The text of what was sealed for this place; empty where nothing was. */
    String open(byte @Nullable [] sealed, UUID... place) {
        return sealed == null ? "" : seal.openText(sealed, here(place));
    }

    private static UUID[] here(UUID... place) {
        var here = new UUID[place.length + 1];
        here[0] = OrganizationContext.current().value();
        System.arraycopy(place, 0, here, 1, place.length);
        return here;
    }
}
