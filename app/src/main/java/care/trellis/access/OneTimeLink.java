package care.trellis.access;

/**
 * A link that the administrator hands to the person; it opens once and is shown once.
 *
 * @param path below the program's address: {@code /invitation/…}
 */
public record OneTimeLink(AccountId account, String path) {

    /** The token of the link, as {@link Invitations} takes it. */
    public String token() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A link is a secret: logs may hold this record. */
    @Override
    public String toString() {
        return "OneTimeLink[" + account.value() + "]";
    }
}
