package care.trellis.messages;

/**
 * The mail server that mail goes to.
 *
 * @param user empty for a server that asks for none
 * @param from the address that mail comes from
 */
public record MailWay(String host, int port, Safety safety, String user, String from) {

    /** How the line to the server is kept from being read. */
    public enum Safety {
        STARTTLS("STARTTLS, usually port 587"),
        TLS("TLS from the first byte, usually port 465"),
        /** Only to a server on this machine. */
        NONE("None: only for a server on this machine");

        private final String label;

        Safety(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }
}
