package care.trellis.exchange;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.stereotype.Service;

/**
 * A watched folder: whatever another program lays into {@code in} is received and then moved to
 * {@code in/taken} or {@code in/waiting}.
 */
@Service
public class Folder {

    /** A file that was written to so lately may not be whole yet. */
    private static final Duration STILL = Duration.ofSeconds(10);

    private final Exchange exchange;
    private final Clock clock;

    Folder(Exchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * Takes what lies there.
     *
     * @param in the folder; one that does not exist holds nothing
     * @return how many files were received
     * @throws IOException when the folder cannot be read or a file cannot be moved
     */
    public int take(Permit permit, Path in) throws IOException {
        permit.require(Action.REMITTANCE_POST);
        if (!Files.isDirectory(in)) {
            return 0;
        }
        var found = new ArrayList<Path>();
        try (var files = Files.list(in)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(found::add);
        }
        int received = 0;
        for (var file : found) {
            var written = Files.getLastModifiedTime(file).toInstant();
            if (written.isAfter(clock.instant().minus(STILL))) {
                continue;
            }
            var name = file.getFileName().toString();
            var arrival =
                    exchange.receive(permit, Arrival.Source.FOLDER, name, Files.readAllBytes(file));
            var target = in.resolve(arrival.state() == Arrival.State.TAKEN ? "taken" : "waiting");
            Files.createDirectories(target);
            Files.move(
                    file,
                    target.resolve(arrival.id().value() + "-" + Exchange.plain(name)),
                    StandardCopyOption.ATOMIC_MOVE);
            received++;
        }
        return received;
    }
}
