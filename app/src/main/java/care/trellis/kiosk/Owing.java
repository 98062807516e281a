package care.trellis.kiosk;

import care.trellis.clients.ClientId;

/**
 * Whether a client still owes something at the desk, in rooms that know it: a signature, a form, a
 * payment. A yes or no: what it is stays out of a screen that others read. Every bean of this kind
 * is asked; none knows another.
 */
public interface Owing {

    /** Whether something waits for this client at the desk. */
    boolean owes(ClientId client);
}
