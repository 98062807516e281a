package care.trellis.papers;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import java.util.List;

/**
 * What a room still has open of a client. Every bean of this kind is asked before a discharge is
 * signed, so that nothing is closed over in silence.
 */
public interface Unfinished {

    /** Each open thing as a sentence; empty where nothing is. Called within a transaction. */
    List<String> of(Permit permit, ClientId client);
}
