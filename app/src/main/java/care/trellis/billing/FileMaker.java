package care.trellis.billing;

import care.trellis.base.Ids;
import care.trellis.billing.ClaimMaker.Made;
import care.trellis.billing.ClaimRecords.NewClaim;
import care.trellis.billing.ClaimRecords.NewLine;
import care.trellis.billing.ClaimRecords.Turn;
import care.trellis.clients.ClientId;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimForm.Institutional;
import care.trellis.engine.x12.claims.ClaimProblem;
import care.trellis.engine.x12.claims.ClaimWriter;
import care.trellis.engine.x12.claims.Late;
import care.trellis.payers.ContractId;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the file of one contract out of chosen days, and names each claim that it leaves out. */
@Component
class FileMaker {

    private static final Logger LOG = LoggerFactory.getLogger(FileMaker.class);

    /** From so many claims on the log says what the check cost. */
    private static final int WORTH_A_WORD = 100;

    /** Where a claim says why it is late: its own page asks for that. */
    private static final Set<String> LATE = Set.of("CLM20", "PWK02", "PWK06", "NTE");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ClaimFactRecords facts;
    private final Envelopes envelopes;

    FileMaker(ClaimFactRecords facts, Envelopes envelopes) {
        this.facts = facts;
        this.envelopes = envelopes;
    }

    /**
     * A file that is ready to be kept.
     *
     * @param content null when no claim could be made
     */
    record MadeFile(
            ClaimFacts.Contract contract,
            byte @Nullable [] content,
            FileId file,
            List<NewClaim> claims,
            List<LeftOut> leftOut) {}

    /** A claim and what it was made of. */
    private record Drafted(Claim claim, ClaimDraft draft) {}

    /**
     * A draft against its payer's limit.
     *
     * @param late why it comes after the limit; null when it does not, or nobody said why
     * @param unexplained whether it comes after the limit and nobody said why
     */
    private record Dated(ClaimDraft draft, @Nullable Late late, boolean unexplained) {

        /** Of days that were never billed. */
        static Dated first(ClaimDraft draft, Map<ClientId, Delay> delays, Instant now) {
            var limit = draft.pastLimit(now);
            var delay = limit == null ? null : delays.get(draft.patient().id());
            return new Dated(
                    draft,
                    limit == null || delay == null ? null : delay.late(limit),
                    limit != null && delay == null);
        }
    }

    /** What a claim under this contract is made by. */
    ClaimFacts.Contract contract(ContractId id) {
        return facts.contract(id);
    }

    /**
     * Reads the facts anew and makes what can be made; writes nothing.
     *
     * @param chosen of any contract; those of others are passed over
     * @param controlNumber of the interchange; claims are numbered below it
     */
    MadeFile make(
            ContractId id,
            Collection<Chosen> chosen,
            Sender.Found found,
            long controlNumber,
            Instant now) {
        var contract = facts.contract(id);
        var days = facts.days(id, chosen, false, now);
        var leftOut = new ArrayList<LeftOut>();
        var delays = new HashMap<ClientId, Delay>();
        for (var one : chosen) {
            if (one.contract().equals(id) && one.delay() != null) {
                delays.put(one.client(), one.delay());
            }
        }
        var drafts =
                ClaimDraft.of(contract, days).stream()
                        .map(draft -> Dated.first(draft, delays, now))
                        .toList();
        var drafted = draft(drafts, found.missing(), controlNumber, null, leftOut);
        var sender = found.sender();
        var file = new FileId(Ids.next());
        if (sender == null || drafted.isEmpty()) {
            return new MadeFile(contract, null, file, List.of(), leftOut);
        }
        var interchange = envelopes.of(sender, contract, controlNumber);
        var content = write(interchange, sender, drafted, leftOut, null);
        return new MadeFile(
                contract,
                content,
                file,
                drafted.stream().map(one -> newClaim(one, file, Turn.FIRST)).toList(),
                leftOut);
    }

    /**
     * Makes the file in which an earlier claim goes out again, of the facts as they are now.
     *
     * @param late why it comes after the payer's limit; null when it does not
     */
    MadeFile again(
            EarlierClaim earlier,
            Resend how,
            @Nullable Late late,
            Sender.Found found,
            long controlNumber,
            Instant now) {
        var contract = facts.contract(earlier.contract());
        var days = facts.days(earlier.contract(), List.of(earlier.chosen()), true, now);
        var file = new FileId(Ids.next());
        var drafts = ClaimDraft.of(contract, days);
        var leftOut = new ArrayList<LeftOut>();
        if (drafts.size() != 1 || days.size() != earlier.days().size()) {
            var missing =
                    Missing.ofClaim(
                            earlier.id(),
                            "DAYS_CHANGED",
                            "Its days are not all billable on one claim to this payer any more:"
                                    + " void it.");
            leftOut.add(earlier.leftOut(List.of(missing)));
            return new MadeFile(contract, null, file, List.of(), leftOut);
        }
        var drafted =
                draft(
                        List.of(new Dated(drafts.getFirst(), late, false)),
                        found.missing(),
                        controlNumber,
                        new ClaimMaker.Again(how, earlier.payerNumber()),
                        leftOut);
        var sender = found.sender();
        if (sender == null || drafted.isEmpty()) {
            return new MadeFile(contract, null, file, List.of(), leftOut);
        }
        var interchange = envelopes.of(sender, contract, controlNumber);
        var content = write(interchange, sender, drafted, leftOut, earlier.id());
        var turn = new Turn(how.frequency(), earlier.generation() + 1, earlier.id());
        return new MadeFile(
                contract,
                content,
                file,
                drafted.stream().map(one -> newClaim(one, file, turn)).toList(),
                leftOut);
    }

    private List<Drafted> draft(
            List<Dated> dated,
            List<Missing> ofAll,
            long controlNumber,
            ClaimMaker.@Nullable Again again,
            List<LeftOut> leftOut) {
        var claims = new ArrayList<Drafted>();
        if (dated.isEmpty()) {
            return claims;
        }
        var drafts = dated.stream().map(Dated::draft).toList();
        var clients =
                drafts.stream().map(draft -> draft.patient().id().value()).distinct().toList();
        var diagnoses = facts.diagnoses(clients);
        var from = drafts.stream().map(ClaimDraft::from).min(Comparator.naturalOrder());
        var through = drafts.stream().map(ClaimDraft::through).max(Comparator.naturalOrder());
        var leads = facts.leads(clients, from.orElseThrow(), through.orElseThrow());
        var billed = new HashSet<UUID>();
        for (var one : dated) {
            var draft = one.draft();
            var client = draft.patient().id().value();
            var stay = draft.days().getFirst().stay();
            boolean before =
                    stay != null && (stay.billedBefore() || billed.contains(stay.episode()));
            var made =
                    new ClaimMaker(draft, before, again, one.late())
                            .make(
                                    "%09d-%d".formatted(controlNumber, claims.size() + 1),
                                    diagnoses.getOrDefault(client, List.of()),
                                    leads.getOrDefault(client, List.of()));
            var missing = new ArrayList<>(ofAll);
            if (one.unexplained()) {
                missing.add(Missing.late());
            }
            switch (made) {
                case Made.Complete(var claim) -> {
                    if (missing.isEmpty()) {
                        claims.add(new Drafted(claim, draft));
                        if (stay != null) {
                            billed.add(stay.episode());
                        }
                    }
                }
                case Made.Lacking(var lacking) -> missing.addAll(lacking);
            }
            if (!missing.isEmpty()) {
                leftOut.add(leftOut(draft, missing));
            }
        }
        return claims;
    }

    /** Writes what the guide allows; a claim that it refuses is taken out, not the file. */
    private static byte @Nullable [] write(
            Interchange interchange,
            Sender sender,
            List<Drafted> drafted,
            List<LeftOut> leftOut,
            @Nullable ClaimId again) {
        while (!drafted.isEmpty()) {
            var claims = drafted.stream().map(Drafted::claim).toList();
            var problems = problems(interchange, sender, claims);
            if (problems.isEmpty()) {
                var bytes = new ByteArrayOutputStream();
                boolean institutional = claims.getFirst().form() instanceof Institutional;
                ClaimWriter.stream(
                        bytes, interchange, sender.provider(), institutional, claims.iterator());
                return bytes.toByteArray();
            }
            var shared = problems.stream().anyMatch(problem -> problem.claim() == null);
            for (var one : List.copyOf(drafted)) {
                var missing =
                        problems.stream()
                                .filter(it -> it.claim() == null || concerns(it, one))
                                .map(it -> missing(it, one.draft(), again))
                                .toList();
                if (shared || !missing.isEmpty()) {
                    drafted.remove(one);
                    leftOut.add(leftOut(one.draft(), missing));
                }
            }
        }
        return null;
    }

    /** What the records lack; and when they lack nothing, what the guide does not allow. */
    private static List<ClaimProblem> problems(
            Interchange interchange, Sender sender, List<Claim> claims) {
        var problems = ClaimWriter.check(interchange, sender.provider(), claims);
        if (!problems.isEmpty()) {
            return problems;
        }
        long before = THREADS.getCurrentThreadCpuTime();
        var problem = ClaimWriter.againstGuide(interchange, sender.provider(), claims);
        if (claims.size() >= WORTH_A_WORD) {
            LOG.info(
                    "The guide's schema was held against {} claims in {} ms of CPU",
                    claims.size(),
                    (THREADS.getCurrentThreadCpuTime() - before) / 1_000_000);
        }
        return problem == null ? List.of() : List.of(problem);
    }

    private static boolean concerns(ClaimProblem problem, Drafted one) {
        return one.claim().patientControlNumber().equals(problem.claim());
    }

    /** The page that mends what the guide's check found, by the loop it stands in. */
    private static Missing missing(
            ClaimProblem problem, ClaimDraft draft, @Nullable ClaimId again) {
        var code = "GUIDE_" + problem.loop();
        if (again != null && LATE.contains(problem.segment())) {
            return Missing.ofClaim(again, code, problem.text());
        }
        return switch (problem.loop()) {
            case "ISA", "1000A", "1000B", "2000A", "2010AA" ->
                    Missing.ofOrganization(code, problem.text());
            case "2010BB", "2400" ->
                    Missing.ofContract(draft.contract().id(), code, problem.text());
            case "2310A", "2310B" -> Missing.ofStaff(code, problem.text());
            default -> Missing.ofClient(draft.patient().id(), code, problem.text());
        };
    }

    private static LeftOut leftOut(ClaimDraft draft, List<Missing> missing) {
        return new LeftOut(
                draft.patient().id(),
                draft.patient().name(),
                draft.from(),
                draft.through(),
                draft.charge(),
                missing);
    }

    private static NewClaim newClaim(Drafted one, FileId file, Turn turn) {
        var id = new ClaimId(Ids.next());
        var lines = new ArrayList<NewLine>();
        for (var day : one.draft().days()) {
            for (var line : day.lines()) {
                lines.add(
                        new NewLine(
                                Ids.next(),
                                id,
                                lines.size() + 1,
                                day.patient().id().value(),
                                day.date(),
                                turn.generation(),
                                line));
            }
        }
        return new NewClaim(
                id,
                one.claim().patientControlNumber(),
                one.draft(),
                file,
                one.claim().authorizationNumber(),
                turn,
                lines);
    }
}
