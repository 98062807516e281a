package care.trellis.server;

/** A login of PostgreSQL. */
public record Credentials(String user, String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
        return user;
    }
}
