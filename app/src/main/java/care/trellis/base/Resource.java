package care.trellis.base;

import java.util.UUID;

/**
 * What an action is done to, where that matters to the decision.
 *
 * @param kind which sort of thing it is
 * @param id its id
 */
public record Resource(Kind kind, UUID id) {

    /** The things whose site decides who may touch them. */
    public enum Kind {
        SITE,
        CLIENT,
        SESSION
    }
}
