package care.trellis.messages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands where no carrier is set: says in the log that a message stayed here, and not what or
 * whose.
 */
final class LogCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(LogCarrier.class);

    @Override
    public Kind kind() {
        return Kind.LOG;
    }

    @Override
    public Handing hand(Outgoing message) {
        LOG.info(
                "Message {} stays here: no carrier is set for this way, nothing leaves",
                message.id().value());
        return new Handing.Taken("");
    }
}
