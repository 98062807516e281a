package care.trellis.drugtests;

import static care.trellis.base.Action.DRUG_TEST_RESULT;

import care.trellis.audit.Audit;
import care.trellis.base.Hashes;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to a laboratory's file: all of it is taken, or none. */
@Service
public class ResultFiles {

    /** How a file ended. */
    public sealed interface Taken {

        /** Everything stands: so many are new, so many were on record before. */
        record Done(int fresh, int unchanged) implements Taken {}

        /** Nothing was taken; each row that is wrong, with why. */
        record Refused(List<String> rows) implements Taken {

            /** Copies the list. */
            public Refused {
                rows = List.copyOf(rows);
            }
        }
    }

    private final TestRecords tests;
    private final ResultRecords records;
    private final Results results;
    private final Panels panels;
    private final Audit audit;
    private final Clock clock;
    private final HomeTime home;

    ResultFiles(
            TestRecords tests,
            ResultRecords records,
            Results results,
            Panels panels,
            Audit audit,
            Clock clock,
            HomeTime home) {
        this.tests = tests;
        this.records = records;
        this.results = results;
        this.panels = panels;
        this.audit = audit;
        this.clock = clock;
        this.home = home;
    }

    /**
     * Takes a file. A result that is on record with the same content is left as it is, so that the
     * same file twice changes nothing; one with the same number and other content is refused,
     * unless the laboratory calls it a correction: then it stands, and the old one stays behind it.
     */
    @Transactional
    public Taken take(Permit permit, byte[] content) {
        permit.require(DRUG_TEST_RESULT);
        var file = ResultFile.read(content, panels, home.zone());
        var hash = Hashes.sha256(content);
        boolean known = records.knows(hash);
        var fresh = new LinkedHashMap<ResultFile.Group, Fresh>();
        int unchanged = 0;
        for (var group : file.groups()) {
            if (place(permit, file, known, group, fresh)) {
                unchanged++;
            }
        }
        if (!file.wrong().isEmpty()) {
            return new Taken.Refused(
                    file.wrong().stream().map(one -> one.place() + ": " + one.why()).toList());
        }
        if (!fresh.isEmpty()) {
            keep(permit, hash, fresh, unchanged);
        }
        return new Taken.Done(fresh.size(), unchanged);
    }

    /**
     * A result to keep.
     *
     * @param before what it corrects; null where nothing is on record
     */
    private record Fresh(DrugTest test, @Nullable Result before) {}

    private void keep(
            Permit permit, byte[] hash, Map<ResultFile.Group, Fresh> fresh, int unchanged) {
        var id = Ids.next();
        records.took(id, hash, fresh.size(), unchanged, clock.instant(), permit.actor());
        fresh.forEach((group, one) ->
                results.keep(permit, Ids.next(), one.test(), group.reading(), id, one.before()));
        audit.record(permit, "drugtests.file", id, null, fresh.size() + " results");
    }

    /**
     * Whether the result is on record as it is; otherwise it is fresh, or wrong. A file that was
     * taken before corrects nothing a second time: a later correction may stand by now.
     */
    private boolean place(
            Permit permit,
            ResultFile file,
            boolean known,
            ResultFile.Group group,
            Map<ResultFile.Group, Fresh> fresh) {
        var test = tests.labelled(group.head.key().specimen()).orElse(null);
        if (test == null || !permit.actor().worksAt(test.site().value())) {
            file.wrong(group, "There is no specimen with this label.");
            return false;
        }
        var before =
                test.results().stream()
                        .filter(one ->
                                one.kind() == group.head.key().kind()
                                        && one.accession().equals(group.head.key().accession()))
                        .findFirst()
                        .orElse(null);
        if (before != null && isKept(group, before, known)) {
            return true;
        }
        if (before != null && !group.head.corrects()) {
            file.wrong(group, "A result with this accession is on record and says otherwise.");
        } else if (test.custody().isEmpty()
                || test.custody().getFirst().kind() != Custody.Kind.COLLECTED) {
            file.wrong(group, "This specimen was never collected.");
        } else if (group.head.reportedOn().isBefore(test.day())
                || group.head.reportedOn().isAfter(home.today())) {
            file.wrong(group, "Its reported_on is before the test or after today.");
        } else {
            fresh.put(group, new Fresh(test, before));
        }
        return false;
    }

    /** Whether this is what stands, or was said before what corrected it. */
    private static boolean isKept(ResultFile.Group group, Result standing, boolean known) {
        var says = says(group);
        if (says.equals(says(standing))) {
            return true;
        }
        if (group.head.corrects() && !known) {
            return false;
        }
        for (var one = standing.before(); one != null; one = one.before()) {
            if (says.equals(says(one))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> says(Result result) {
        var says = new ArrayList<String>();
        result.findings().forEach(one -> says.add(one.analyte() + one.outcome() + one.value()));
        return sorted(says, result.state(), result.reportedOn());
    }

    private static List<String> says(ResultFile.Group group) {
        var says = new ArrayList<String>();
        group.findings.forEach((id, read) -> says.add(id + read.outcome() + read.value()));
        return sorted(says, group.head.state(), group.head.reportedOn());
    }

    private static List<String> sorted(List<String> says, Result.State state, LocalDate day) {
        says.sort(null);
        says.add(state + " " + day);
        return says;
    }
}
