package care.trellis.exchange;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries files to clearinghouses and back. What fails outside is said on the line and tried again
 * later; it hides and loses nothing inside.
 */
@Service
public class Courier {

    /** Larger than any file that is read; a byte more shows that it is too large. */
    private static final int MOST_BYTES = (64 << 20) + 1;

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final LineRecords lines;
    private final Exchange exchange;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Courier(
            LineRecords lines,
            Exchange exchange,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.lines = lines;
        this.exchange = exchange;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** All lines, by name. */
    public List<Line> lines(Permit permit) {
        permit.require(Action.REMITTANCE_VIEW, Action.REMITTANCE_POST, Action.ORGANIZATION_EDIT);
        var found = transaction.execute(status -> lines.lines());
        return found == null ? List.of() : found;
    }

    /**
     * One line.
     *
     * @throws NotFound when there is none
     */
    public Line line(Permit permit, UUID id) {
        permit.require(Action.ORGANIZATION_EDIT);
        var found = transaction.execute(status -> lines.lines());
        return (found == null ? List.<Line>of() : found)
                .stream()
                        .filter(line -> line.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
    }

    /**
     * Puts a line on record.
     *
     * @param password null keeps the one on record
     */
    public void save(Permit permit, Line line, @Nullable String password) {
        permit.require(Action.ORGANIZATION_EDIT);
        transaction.executeWithoutResult(status -> {
            lines.save(line, password);
            audit.record(permit, "exchange.line", line.id(), null, "SAVED");
        });
    }

    /** Asks every enabled line: what waits goes out, what lies there comes in. */
    public void run(Permit permit) {
        permit.require(Action.REMITTANCE_POST);
        var all = transaction.execute(status -> lines.lines());
        for (var line : all == null ? List.<Line>of() : all) {
            if (line.enabled()) {
                var problem = run(permit, line);
                transaction.executeWithoutResult(
                        status -> lines.ran(line.id(), clock.instant(), problem));
            }
        }
    }

    private @Nullable String run(Permit permit, Line line) {
        var password = transaction.execute(status -> lines.password(line.id()));
        try (var sftp = Sftp.open(line, password == null ? "" : password)) {
            send(permit, line, sftp);
            fetch(permit, line, sftp);
            return null;
        } catch (Sftp.WrongKey wrong) {
            return wrong.getMessage();
        } catch (IOException e) {
            LOG.warn("A line to a clearinghouse failed: {}", e.getClass().getSimpleName());
            return "The server could not be reached, or refused: " + e.getMessage();
        }
    }

    private void send(Permit permit, Line line, Sftp sftp) throws IOException {
        var waiting = transaction.execute(status -> lines.outgoing(line.receiverIds()));
        for (var file : waiting == null ? List.<LineRecords.Outgoing>of() : waiting) {
            sftp.put(line.outFolder(), file.name(), file.content());
            transaction.executeWithoutResult(status -> {
                lines.departed(file.file(), line.id(), clock.instant());
                audit.record(permit, "billing.file", file.file(), null, "CARRIED OUT");
            });
        }
    }

    private void fetch(Permit permit, Line line, Sftp sftp) throws IOException {
        for (var remote : sftp.list(line.inFolder())) {
            if (isNew(line.id(), remote)) {
                var content = sftp.get(line.inFolder(), remote, MOST_BYTES);
                var arrival = exchange.receive(permit, Arrival.Source.SFTP, remote.name(), content);
                transaction.executeWithoutResult(status ->
                        lines.fetched(
                                line.id(),
                                remote.name(),
                                remote.bytes(),
                                remote.modified(),
                                arrival.id()));
            }
        }
    }

    private boolean isNew(UUID line, Sftp.Remote remote) {
        var known =
                transaction.execute(status ->
                        lines.fetched(line, remote.name(), remote.bytes(), remote.modified()));
        return !Boolean.TRUE.equals(known);
    }
}
