package care.trellis.sessions;

import java.util.Collection;
import java.util.Set;

/**
 * What is on record about sessions in rooms that know them. Every bean of this kind is asked within
 * the transaction; none knows another. A session with something on record is never moved to another
 * day nor taken away.
 */
public interface SessionTraces {

    /** Those of the sessions that have attendance, a note or the like. */
    Set<SessionId> onRecord(Collection<SessionId> sessions);
}
