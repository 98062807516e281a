package care.trellis.messages;

import java.time.Instant;

/** Whoever takes messages to phones or mailboxes. Called outside any transaction. */
interface Carrier {

    /** What stands in the records. */
    Kind kind();

    /** Hands one message over; answers within half a minute. */
    Handing hand(Outgoing message);

    /** The sorts of carriers. */
    enum Kind {
        /** Nobody: the message stays here. */
        LOG,
        SMTP,
        HTTP
    }

    /**
     * A message as it goes.
     *
     * @param stop the link that ends mail to this address; empty for none
     */
    record Outgoing(
            MessageId id,
            Way way,
            String address,
            String subject,
            String body,
            String stop,
            int tries,
            Instant queuedAt) {

        /** Names nobody: logs may hold it. */
        @Override
        public String toString() {
            return "Outgoing[" + id.value() + "]";
        }
    }

    /** What came of handing a message over. */
    sealed interface Handing {

        /** The carrier has it, and calls it so. */
        record Taken(String reference) implements Handing {}

        /** The carrier said no, for a reason without the address in it. */
        record Refused(String why) implements Handing {}

        /** It was not handed over at all: trying again later sends nothing twice. */
        record NotTaken(String why) implements Handing {}

        /** It may have been handed over. */
        record Unknown(String why) implements Handing {}
    }
}
