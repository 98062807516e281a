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
     * same file twice changes nothing; one with the same number and other content is refused.
     */
    @Transactional
    public Taken take(Permit permit, byte[] content) {
        permit.require(DRUG_TEST_RESULT);
        var file = ResultFile.read(content, panels);
        var fresh = new LinkedHashMap<ResultFile.Group, DrugTest>();
        int unchanged = 0;
        for (var group : file.groups()) {
            if (place(permit, file, group, fresh)) {
                unchanged++;
            }
        }
        if (!file.wrong().isEmpty()) {
            return new Taken.Refused(
                    file.wrong().stream().map(one -> one.place() + ": " + one.why()).toList());
        }
        if (!fresh.isEmpty()) {
            keep(permit, content, fresh, unchanged);
        }
        return new Taken.Done(fresh.size(), unchanged);
    }

    private void keep(
            Permit permit, byte[] content, Map<ResultFile.Group, DrugTest> fresh, int unchanged) {
        var id = Ids.next();
        records.took(
                id,
                Hashes.sha256(content),
                fresh.size(),
                unchanged,
                clock.instant(),
                permit.actor());
        fresh.forEach((group, test) -> results.keep(permit, Ids.next(), test, group.reading(), id));
        audit.record(permit, "drugtests.file", id, null, fresh.size() + " results");
    }

    /** Whether the result is on record as it is; otherwise it is fresh, or wrong. */
    private boolean place(
            Permit permit,
            ResultFile file,
            ResultFile.Group group,
            Map<ResultFile.Group, DrugTest> fresh) {
        var test = tests.labelled(group.key.specimen()).orElse(null);
        if (test == null || !permit.actor().worksAt(test.site().value())) {
            file.wrong(group, "There is no specimen with this label.");
            return false;
        }
        var before =
                test.results().stream()
                        .filter(one ->
                                one.kind() == group.key.kind()
                                        && one.accession().equals(group.key.accession()))
                        .findFirst();
        if (before.isPresent()) {
            if (says(before.get()).equals(says(group))) {
                return true;
            }
            file.wrong(group, "A result with this accession is on record and says otherwise.");
            return false;
        }
        if (test.custody().isEmpty()
                || test.custody().getFirst().kind() != Custody.Kind.COLLECTED) {
            file.wrong(group, "This specimen was never collected.");
        } else if (group.reportedOn.isBefore(test.day())
                || group.reportedOn.isAfter(home.today())) {
            file.wrong(group, "Its reported_on is before the test or after today.");
        } else {
            fresh.put(group, test);
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
        return sorted(says, group.state, group.reportedOn);
    }

    private static List<String> sorted(List<String> says, Result.State state, LocalDate day) {
        says.sort(null);
        says.add(state + " " + day);
        return says;
    }
}
