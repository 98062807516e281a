package care.trellis.downtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder that the morning's files lie in, one for each organization. It should be one that
 * other machines see: {@code TRELLIS_DOWNTIME_FOLDER}, else {@code downtime} in the home.
 */
@Component
class PackFolder {

    private final Optional<Path> root;

    PackFolder(
            @Value("${trellis.downtime.folder:}") String folder,
            @Value("${trellis.home:}") String home) {
        this.root =
                !folder.isBlank()
                        ? Optional.of(Path.of(folder))
                        : home.isBlank()
                                ? Optional.empty()
                                : Optional.of(Path.of(home, "downtime"));
    }

    /** Where files of an organization lie; nothing where no folder is set. */
    Optional<Path> of(UUID organization) {
        return root.map(folder -> folder.resolve(organization.toString()));
    }

    /**
     * Writes a file whole or not at all, for the program's user alone where the system knows that.
     *
     * @return its name
     */
    String write(UUID organization, LocalDate day, String site, String kind, byte[] content)
            throws IOException {
        var folder = of(organization).orElseThrow(() -> new IOException("No folder is set"));
        Files.createDirectories(folder);
        var name = "%s-%s-%s.pdf".formatted(day, plain(site), kind);
        var fresh = folder.resolve("." + name + ".new");
        Files.deleteIfExists(fresh);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-r-----")));
        }
        Files.write(fresh, content);
        Files.move(
                fresh,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        return name;
    }

    /** Deletes files of days before that one. */
    void forget(UUID organization, LocalDate before) throws IOException {
        var folder = of(organization);
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder.get(), "*.pdf")) {
            for (var file : files) {
                var day = day(file.getFileName().toString());
                if (day.isPresent() && day.get().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Optional<LocalDate> day(String name) {
        try {
            return name.length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(name.substring(0, 10)));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    private static String plain(String site) {
        return site.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
