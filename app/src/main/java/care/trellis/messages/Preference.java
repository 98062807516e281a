package care.trellis.messages;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a client agreed to.
 *
 * @param zone where the client lives; null for the site's
 */
public record Preference(Way way, Language language, Remind remind, @Nullable ZoneId zone) {

    /** Nobody asked yet: nothing is written. */
    public static final Preference UNASKED =
            new Preference(Way.NONE, Language.EN, Remind.NONE, null);
}
