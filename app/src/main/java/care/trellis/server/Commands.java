package care.trellis.server;

import care.trellis.audit.VerifyCommand;
import java.nio.file.Path;
import java.util.Map;

/** The launcher's commands that work on a home and end. Results go to standard output. */
public final class Commands {

    private Commands() {}

    /** The first argument names the command; a failure is one sentence and exit code 1. */
    public static void main(String[] arguments) {
        Program.main(() -> {
            switch (arguments[0]) {
                case "backup" -> backup(Settings.read(), Path.of(arguments[1]));
                case "restore" -> restore(Settings.read(), Path.of(arguments[1]));
                case "audit" -> verifyRecord(Settings.read());
                default ->
                        throw new CannotStart(
                                "This version has no command %s.".formatted(arguments[0]));
            }
        });
    }

    private static void backup(Settings settings, Path target) {
        if (settings.databaseUrl().isPresent()) {
            throw new CannotStart(
                    "The database is a server of your own (TRELLIS_DATABASE_URL); back it up with its own tools.");
        }
        var home = Home.existing(settings.home());
        var key = home.masterKey();
        System.err.println("trellis: copying the data of " + home.directory());
        try (var server = EmbeddedPostgres.start(home.postgresql())) {
            var files = Backup.write(home, server, target.toAbsolutePath().normalize());
            System.out.println("Backup of %d files in %s is complete.".formatted(files, target));
        }
        System.out.println(
                "The key file %s is not in it; keep a copy of it in another place, for without it the backup cannot be used."
                        .formatted(key));
    }

    /**
     * Checks the record of every organization.
     *
     * @throws CannotStart where a record was changed, so that the exit code is 1
     */
    public static void verifyRecord(Settings settings) {
        var home = Home.existing(settings.home());
        boolean whole;
        try (var open = OpenDatabase.of(settings, home)) {
            var database = open.database();
            whole =
                    VerifyCommand.run(
                            Map.of(
                                    "spring.datasource.url", database.url(),
                                    "spring.datasource.username", database.app().user(),
                                    "spring.datasource.password", database.app().password(),
                                    "trellis.master-key", home.masterKey().toString()));
        }
        if (!whole) {
            throw new CannotStart("The record is not as it was written.");
        }
    }

    private static void restore(Settings settings, Path backup) {
        System.err.println("trellis: checking and copying " + backup);
        Restore.into(settings.home(), backup);
        System.out.println("Restored into %s.".formatted(settings.home()));
        System.out.println(
                "Before the start, %s must be the key file with the fingerprint %s."
                        .formatted(
                                MasterKey.file(settings.home()),
                                MasterKey.expectedFingerprint(settings.home()).orElse("(none)")));
    }
}
