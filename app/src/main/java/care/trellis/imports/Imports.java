package care.trellis.imports;

import static care.trellis.base.Action.IMPORT_RUN;

import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.imports.FileReport.Counts;
import care.trellis.imports.FileReport.Left;
import care.trellis.imports.FileReport.State;
import care.trellis.organizations.SiteId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door to taking people in from files. */
@Service
public class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Taker taker;
    private final TakenRecords records;
    private final TransactionTemplate transaction;

    Imports(Taker taker, TakenRecords records, TransactionTemplate transaction) {
        this.taker = taker;
        this.records = records;
        this.transaction = transaction;
    }

    /**
     * Takes everybody out of the files, each person in one transaction. A file is read to its end
     * before anything of it is written down, so a broken one leaves nothing. Doing it again changes
     * nothing.
     *
     * @param site where new clients are treated
     * @param done told after each file how many are done
     * @throws NotFound when the actor does not work at the site
     */
    public Report run(Permit permit, SiteId site, List<InputFile> files, IntConsumer done) {
        permit.require(IMPORT_RUN);
        if (!permit.actor().worksAt(site.value())) {
            throw new NotFound();
        }
        var reports = new ArrayList<FileReport>();
        for (InputFile file : files) {
            reports.add(take(permit, site, file));
            done.accept(reports.size());
        }
        return new Report(reports);
    }

    private FileReport take(Permit permit, SiteId site, InputFile file) {
        try {
            var zone = transaction.execute(status -> records.zone(site.value()));
            var contracts = transaction.execute(status -> records.contracts());
            return take(permit, site, file.name(), file.read(zone, contracts));
        } catch (Unreadable broken) {
            return FileReport.without(
                    file.name(), State.REFUSED, String.valueOf(broken.getMessage()));
        } catch (NotFhir other) {
            return FileReport.without(
                    file.name(),
                    file.beside() ? State.PASSED_OVER : State.REFUSED,
                    String.valueOf(other.getMessage()));
        }
    }

    private FileReport take(Permit permit, SiteId site, String name, FileContent content) {
        var counts = new ArrayList<Map<Kind, Counts>>();
        var left = new ArrayList<>(content.left());
        boolean failed = !content.wrongRows().isEmpty();
        for (Candidate candidate : content.people()) {
            try {
                var outcome = takeAgainAfterRace(permit, site, candidate);
                counts.add(outcome.counts());
                left.addAll(outcome.left());
                failed |= outcome.counts().getOrDefault(Kind.CLIENT, Counts.NONE).left() > 0;
            } catch (RuntimeException refused) {
                LOG.warn("A person could not be imported: {}", refused.getClass().getName());
                counts.add(Map.of(Kind.CLIENT, new Counts(0, 0, 0, 1)));
                left.add(
                        new Left(
                                "Person",
                                "could not be written down; nothing of the person was taken",
                                1));
                failed = true;
            }
        }
        var sum = FileReport.sum(counts);
        return new FileReport(
                name, state(content, sum, failed), "", sum, merged(left), content.wrongRows());
    }

    /** Somebody else may take the same person at the same time; then they are known now. */
    private Taker.Outcome takeAgainAfterRace(Permit permit, SiteId site, Candidate candidate) {
        try {
            return taker.take(permit, site, candidate);
        } catch (DuplicateKeyException race) {
            return taker.take(permit, site, candidate);
        }
    }

    private static State state(FileContent content, Map<Kind, Counts> sum, boolean failed) {
        if (failed) {
            return State.PARTLY;
        }
        if (content.people().isEmpty()) {
            return State.NOTHING_TO_TAKE;
        }
        return sum.values().stream().allMatch(count -> count.taken() == 0 && count.changed() == 0)
                ? State.UNCHANGED
                : State.TAKEN;
    }

    private static List<Left> merged(List<Left> left) {
        var merged = new LinkedHashMap<Left, Integer>();
        left.forEach(one ->
                merged.merge(new Left(one.what(), one.reason(), 0), one.count(), Integer::sum));
        return merged.entrySet().stream()
                .map(one -> new Left(one.getKey().what(), one.getKey().reason(), one.getValue()))
                .toList();
    }
}
