package care.trellis.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The two logins of a database, kept in a properties file of mode 0600 with the keys {@code
 * owner.user}, {@code owner.password}, {@code app.user} and {@code app.password}.
 */
record Logins(Credentials owner, Credentials app) {

    /** Reads what the site's administrator wrote. */
    static Logins read(Path file) {
        try {
            var properties = PrivateFiles.properties(file);
            return new Logins(login(file, properties, "owner"), login(file, properties, "app"));
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot read the database credentials %s: %s".formatted(file, e), e);
        }
    }

    /** Reads the logins of the embedded server, which are made up at its first start. */
    static Logins readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.create(file, random());
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot write the database credentials %s: %s".formatted(file, e), e);
        }
        return read(file);
    }

    private static byte[] random() {
        return """
        owner.user=%s
        owner.password=%s
        app.user=%s
        app.password=%s
        """
                .formatted(
                        Database.OWNER_ROLE,
                        PrivateFiles.password(),
                        Database.APP_ROLE,
                        PrivateFiles.password())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Credentials login(Path file, Properties properties, String who) {
        var user = properties.getProperty(who + ".user");
        var password = properties.getProperty(who + ".password");
        if (user == null || password == null) {
            throw new CannotStart(
                    "%s must hold owner.user, owner.password, app.user and app.password."
                            .formatted(file));
        }
        return new Credentials(user, password);
    }
}
