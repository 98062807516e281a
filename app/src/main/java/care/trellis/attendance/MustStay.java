package care.trellis.attendance;

import care.trellis.clients.ClientId;
import java.util.Optional;

/**
 * What keeps a client from being checked out by hand. Every bean of this kind is asked within the
 * transaction; none knows another.
 */
public interface MustStay {

    /** Why the client must not leave now, as a sentence; nothing for most. */
    Optional<String> why(ClientId client);
}
