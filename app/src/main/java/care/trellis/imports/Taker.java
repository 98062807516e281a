package care.trellis.imports;

import care.trellis.authorizations.AuthorizationDecision;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationRequest;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.clients.Client;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Coverage;
import care.trellis.clients.CoverageSaved;
import care.trellis.clients.Coverages;
import care.trellis.clients.Person;
import care.trellis.episodes.Diagnoses;
import care.trellis.episodes.Diagnosis;
import care.trellis.episodes.Scores;
import care.trellis.imports.FileReport.Counts;
import care.trellis.imports.FileReport.Left;
import care.trellis.organizations.SiteId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes one person with everything, in one transaction: all of it or nothing. */
@Service
class Taker {

    /** What became of one person. */
    record Outcome(Map<Kind, Counts> counts, List<Left> left) {}

    private static final Counts TAKEN = new Counts(1, 0, 0, 0);
    private static final Counts CHANGED = new Counts(0, 1, 0, 0);
    private static final Counts UNCHANGED = new Counts(0, 0, 1, 0);
    private static final Counts LEFT = new Counts(0, 0, 0, 1);

    private final Clients clients;
    private final Coverages coverages;
    private final Diagnoses diagnoses;
    private final Scores scores;
    private final Authorizations authorizations;
    private final TakenRecords records;
    private final Clock clock;

    Taker(
            Clients clients,
            Coverages coverages,
            Diagnoses diagnoses,
            Scores scores,
            Authorizations authorizations,
            TakenRecords records,
            Clock clock) {
        this.clients = clients;
        this.coverages = coverages;
        this.diagnoses = diagnoses;
        this.scores = scores;
        this.authorizations = authorizations;
        this.records = records;
        this.clock = clock;
    }

    @Transactional
    public Outcome take(Permit permit, SiteId site, Candidate candidate) {
        var known = clients.bySource(permit, candidate.source());
        if (known.isPresent() && !permit.actor().worksAt(known.get().site().value())) {
            return new Outcome(
                    Map.of(Kind.CLIENT, LEFT),
                    List.of(new Left("Person", "is a client of a site that is not yours", 1)));
        }
        var client =
                known.map(Client::id)
                        .orElseGet(() ->
                                clients.add(
                                                permit,
                                                Ids.next(),
                                                site,
                                                candidate.person(),
                                                candidate.source())
                                        .id());
        var taking = new Taking(permit, client, records.of(client));
        if (known.isEmpty()) {
            taking.note(Kind.CLIENT, candidate.source().id(), content(candidate.person()), TAKEN);
        } else {
            taking.unlessKnown(
                    Kind.CLIENT,
                    candidate.source().id(),
                    content(candidate.person()),
                    () -> clients.change(permit, client, candidate.person()) ? CHANGED : UNCHANGED);
        }
        // the last in the order first, so that an order that moved up finds its place free
        candidate
                .coverages()
                .reversed()
                .forEach(found ->
                        taking.unlessKnown(
                                Kind.COVERAGE,
                                found.sourceId(),
                                content(found.what()),
                                () -> coverage(taking, found)));
        candidate
                .diagnoses()
                .forEach(found ->
                        taking.unlessKnown(
                                Kind.DIAGNOSIS,
                                found.sourceId(),
                                content(found.what()),
                                () -> diagnosis(taking, found)));
        candidate
                .scores()
                .forEach(found ->
                        taking.unlessKnown(
                                Kind.SCORE,
                                found.sourceId(),
                                found.what().toString(),
                                () -> score(taking, found)));
        candidate
                .authorizations()
                .forEach(found ->
                        taking.unlessKnown(
                                Kind.AUTHORIZATION,
                                found.sourceId(),
                                found.what().toString(),
                                () -> authorization(taking, site, found)));
        return new Outcome(taking.counts, taking.left);
    }

    private Counts coverage(Taking taking, Candidate.Found<Coverage.Terms> found) {
        var known = coverages.bySource(taking.permit, taking.client, found.sourceId());
        var saved =
                known.isEmpty()
                        ? coverages.add(
                                taking.permit,
                                Ids.next(),
                                taking.client,
                                found.what(),
                                found.sourceId())
                        : coverages.change(
                                taking.permit,
                                taking.client,
                                known.get().id(),
                                keepingContract(known.get(), found.what()));
        return switch (saved) {
            case CoverageSaved.Saved ignored -> known.isEmpty() ? TAKEN : CHANGED;
            case CoverageSaved.Unchanged ignored -> UNCHANGED;
            case CoverageSaved.PriorityTaken ignored ->
                    taking.leave("Coverage", "another coverage is billed first on the same days");
            case CoverageSaved.NoSuchContract ignored ->
                    taking.leave("Coverage", "its contract was deleted");
        };
    }

    /** A contract that somebody has linked by hand stays linked. */
    private static Coverage.Terms keepingContract(Coverage known, Coverage.Terms said) {
        return said.contract().isPresent()
                ? said
                : new Coverage.Terms(
                        known.terms().contractId(),
                        said.payerName(),
                        said.memberId().isEmpty() ? known.terms().memberId() : said.memberId(),
                        said.groupNumber(),
                        said.priority(),
                        said.from(),
                        said.to());
    }

    private Counts diagnosis(Taking taking, Candidate.Found<Diagnosis.Finding> found) {
        var known = diagnoses.bySource(taking.permit, taking.client, found.sourceId());
        if (known.isEmpty()) {
            diagnoses.add(taking.permit, Ids.next(), taking.client, found.what(), found.sourceId());
            return TAKEN;
        }
        return diagnoses.change(taking.permit, taking.client, known.get().id(), found.what())
                ? CHANGED
                : UNCHANGED;
    }

    private Counts score(Taking taking, Candidate.Found<care.trellis.episodes.Score> found) {
        return scores.take(taking.permit, taking.client, found.what(), found.sourceId())
                ? TAKEN
                : taking.leave(
                        "Score", "stands with another total here; scores are never written over");
    }

    private Counts authorization(Taking taking, SiteId site, Candidate.Found<Granted> found) {
        var granted = found.what();
        var today = LocalDate.now(clock.withZone(records.zone(site.value())));
        var asked =
                new AuthorizationRequest(
                        granted.contract(),
                        granted.unit(),
                        null,
                        granted.from(),
                        granted.to(),
                        today,
                        found.sourceId());
        var requested = authorizations.request(taking.permit, taking.client, asked, Ids.next());
        if (!(requested instanceof Change.Done<AuthorizationId> done)) {
            return taking.leave("Authorization", "no coverage here falls under its contract");
        }
        var approved =
                new AuthorizationDecision.Approved(
                        granted.number(),
                        granted.unit(),
                        granted.units(),
                        granted.from(),
                        granted.to(),
                        today,
                        null);
        var decided = authorizations.decide(taking.permit, taking.client, done.result(), approved);
        if (!(decided instanceof Change.Done<AuthorizationId>)) {
            return taking.leave("Authorization", "its number, units or days cannot be meant");
        }
        return taking.isKnown(Kind.AUTHORIZATION, found.sourceId()) ? CHANGED : TAKEN;
    }

    private static String content(Person person) {
        return String.join(
                "\n",
                person.givenName(),
                person.familyName(),
                person.pronouns(),
                person.birthDate().toString(),
                person.sex().name(),
                person.phone(),
                person.email(),
                person.address().toString());
    }

    private static String content(Coverage.Terms terms) {
        return String.join(
                "\n",
                terms.contract().toString(),
                terms.payerName(),
                terms.memberId(),
                terms.groupNumber(),
                String.valueOf(terms.priority()),
                terms.from().toString(),
                String.valueOf(terms.to()));
    }

    private static String content(Diagnosis.Finding finding) {
        return String.join(
                "\n",
                finding.system().name(),
                finding.code(),
                finding.description(),
                finding.from().toString(),
                String.valueOf(finding.to()));
    }

    /** The taking of one person while it goes on. */
    private final class Taking {

        private final Permit permit;
        private final ClientId client;
        private final Map<TakenRecords.Key, String> before;
        private final Map<Kind, Counts> counts = new EnumMap<>(Kind.class);
        private final List<Left> left = new ArrayList<>();

        Taking(Permit permit, ClientId client, Map<TakenRecords.Key, String> before) {
            this.permit = permit;
            this.client = client;
            this.before = before;
        }

        boolean isKnown(Kind kind, String sourceId) {
            return before.containsKey(new TakenRecords.Key(kind, sourceId));
        }

        /** What the source said before needs no look: here it may have been corrected since. */
        void unlessKnown(Kind kind, String sourceId, String content, Supplier<Counts> take) {
            var said = before.get(new TakenRecords.Key(kind, sourceId));
            if (TakenRecords.hash(content).equals(said)) {
                counts.merge(kind, UNCHANGED, Counts::plus);
            } else {
                note(kind, sourceId, content, take.get());
            }
        }

        void note(Kind kind, String sourceId, String content, Counts outcome) {
            counts.merge(kind, outcome, Counts::plus);
            if (outcome.left() == 0) {
                records.keep(
                        client, new TakenRecords.Key(kind, sourceId), TakenRecords.hash(content));
            }
        }

        Counts leave(String what, String reason) {
            left.add(new Left(what, reason, 1));
            return LEFT;
        }
    }
}
