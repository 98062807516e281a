package care.trellis.payers;

import static care.trellis.base.Action.CONTRACT_VIEW;
import static care.trellis.base.Action.RULE_PROPOSE;
import static care.trellis.base.Action.RULE_PUBLISH;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.engine.rulebook.LocalOverride;
import care.trellis.engine.rulebook.OverrideOutcome;
import care.trellis.engine.rulebook.Overrides;
import care.trellis.engine.rulebook.Rulebooks;
import care.trellis.engine.rulebook.Wording;
import care.trellis.organizations.HomeTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what a contract changes in its rules. One person proposes, the ledger replays, a
 * second person publishes; only then does it take part in decisions. Ending an override goes the
 * same way.
 */
@Service
public class LocalRules {

    /** How far back a replay looks, and so how far back a rule may be changed. */
    public static final int DAYS_BACK = 90;

    /** How far ahead a replay looks. */
    public static final int DAYS_AHEAD = 14;

    private final ProposalRecords records;
    private final PayerRecords payers;
    private final Rulebooks library;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final HomeTime home;

    LocalRules(
            ProposalRecords records,
            PayerRecords payers,
            Rulebooks library,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock,
            HomeTime home) {
        this.records = records;
        this.payers = payers;
        this.library = library;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.home = home;
    }

    /** Every proposal, the latest first. */
    @Transactional(readOnly = true)
    public List<Proposal> all(Permit permit) {
        permit.require(CONTRACT_VIEW, RULE_PROPOSE, RULE_PUBLISH);
        return records.all();
    }

    /**
     * One proposal.
     *
     * @throws NotFound where this organization has no such proposal
     */
    @Transactional(readOnly = true)
    public Proposal one(Permit permit, ProposalId id) {
        return all(permit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Proposes to change a place of the contract's rules.
     *
     * @throws NotFound where this organization has no such contract
     */
    @Transactional
    public Change<ProposalId> propose(Permit permit, ContractId id, OverrideDetails details) {
        permit.require(RULE_PROPOSE);
        records.lock(id);
        var contract = contract(id);
        var ruleSet = contract.details().ruleSet();
        var problems = details.problems(earliest());
        var from = details.from();
        if (!problems.none() || from == null) {
            return problems.refused();
        }
        var rulebook = library.find(ruleSet, from);
        if (rulebook == null) {
            return Change.refused(
                    "", "RULE_SET_UNKNOWN", "The contract's rule set is not installed.");
        }
        var overrides = new ArrayList<>(inForce(id, ruleSet));
        overrides.add(details.by(permit.actor().name(), from));
        if (Overrides.apply(rulebook, overrides, from)
                instanceof OverrideOutcome.Refused(var which, var reason)) {
            return Change.refused("value", "CANNOT_STAND", capital(reason) + ".");
        }
        var before = before(id, ruleSet, details.path(), from);
        if (before.equalsIgnoreCase(details.value())) {
            return Change.refused(
                    "value", "CHANGES_NOTHING", "This is what the rule asks already.");
        }
        var proposal = new ProposalId(Ids.next());
        records.add(permit, proposal, id, ruleSet, details, before, from, null, clock.instant());
        audit.record(permit, "payers.rule_proposal", proposal.value(), null, "PROPOSED");
        return new Change.Done<>(proposal);
    }

    /**
     * Proposes that a published override ends.
     *
     * @param lastDay its last day in force; the day before its first takes it back altogether
     * @throws NotFound where nothing published has this id
     */
    @Transactional
    public Change<ProposalId> proposeEnd(
            Permit permit, ProposalId id, @Nullable LocalDate lastDay, String reason) {
        permit.require(RULE_PROPOSE);
        var ending = one(permit, id);
        if (!ending.inForceFrom(LocalDate.MIN)) {
            throw new NotFound();
        }
        var details =
                new OverrideDetails(ending.path(), ending.value(), reason, ending.from(), lastDay);
        var problems =
                new care.trellis.base.Problems()
                        .text(details.reason(), 400, "reason", "why it ends")
                        .require(lastDay != null, "through", "MISSING", "Enter the last day.")
                        .require(
                                lastDay == null || !lastDay.plusDays(1).isBefore(earliest()),
                                "through",
                                "BEFORE_THE_REPLAY",
                                "End it on "
                                        + earliest().minusDays(1)
                                        + " or later: the replay looks no further back.")
                        .require(
                                lastDay == null || !lastDay.isBefore(ending.from().minusDays(1)),
                                "through",
                                "ENDS_BEFORE_START",
                                "It began on " + ending.from() + ".")
                        .require(
                                lastDay == null
                                        || ending.ended() == null
                                        || lastDay.isBefore(ending.ended()),
                                "through",
                                "CHANGES_NOTHING",
                                "It ends on " + ending.ended() + " already.");
        if (!problems.none()) {
            return problems.refused();
        }
        var proposal = new ProposalId(Ids.next());
        records.add(
                permit,
                proposal,
                ending.contract(),
                ending.ruleSet(),
                details,
                ending.before(),
                ending.from(),
                id,
                clock.instant());
        audit.record(permit, "payers.rule_proposal", proposal.value(), null, "PROPOSED");
        return new Change.Done<>(proposal);
    }

    /** Takes a proposal back before it is published. What was answered before stays as it is. */
    @Transactional
    public void withdraw(Permit permit, ProposalId id) {
        permit.require(RULE_PROPOSE);
        if (records.answer(permit, one(permit, id), null, clock.instant())) {
            audit.record(permit, "payers.rule_proposal", id.value(), null, "WITHDRAWN");
        }
    }

    /**
     * Publishes a proposal: the days of the contract are decided by it from now on. The ledger
     * calls this, which vouches for the replay.
     *
     * @param replay the replay that was made of it
     * @param fingerprint what that replay was made for: {@link #fingerprint}
     */
    @Transactional
    public Publication publish(Permit permit, ProposalId id, UUID replay, String fingerprint) {
        permit.require(RULE_PUBLISH);
        var proposal = one(permit, id);
        records.lock(proposal.contract());
        if (!proposal.open()) {
            return new Publication.Refused("Somebody has answered this proposal already.");
        }
        if (proposal.author().equals(permit.actor().account())) {
            return new Publication.Refused(
                    "You wrote this proposal. A second person reads it and publishes it.");
        }
        if (!fingerprint.equals(fingerprint(permit, id))) {
            return new Publication.Refused(
                    "The rules of this contract changed after the replay. Replay the proposal again.");
        }
        if (!records.answer(permit, proposal, replay, clock.instant())) {
            return new Publication.Refused("Somebody has answered this proposal already.");
        }
        audit.record(permit, "payers.rule_proposal", id.value(), null, "PUBLISHED");
        events.publishEvent(new ContractChanged(proposal.contract()));
        return new Publication.Published();
    }

    /** The overrides of the contract as they would be with a proposal published. */
    @Transactional(readOnly = true)
    public List<LocalOverride> with(Permit permit, ProposalId id) {
        var proposal = one(permit, id);
        var overrides = new ArrayList<LocalOverride>();
        for (var other : records.all()) {
            if (other.contract().equals(proposal.contract())
                    && other.ruleSet().equals(proposal.ruleSet())
                    && other.inForceFrom(LocalDate.MIN)) {
                var override = other.asOverride();
                var ended = other.id().equals(proposal.ends()) ? proposal.through() : null;
                if (ended == null) {
                    overrides.add(override);
                } else if (!ended.isBefore(override.from())) {
                    overrides.add(
                            new LocalOverride(
                                    override.path(),
                                    override.value(),
                                    override.author(),
                                    override.reason(),
                                    override.from(),
                                    ended));
                }
            }
        }
        if (proposal.ends() == null && !proposal.published()) {
            overrides.add(
                    new LocalOverride(
                            proposal.path(),
                            proposal.value(),
                            proposal.authorName(),
                            proposal.reason(),
                            proposal.from(),
                            proposal.through()));
        }
        return List.copyOf(overrides);
    }

    /** The published overrides of a contract under its rule set, whenever they are in force. */
    @Transactional(readOnly = true)
    public List<LocalOverride> published(Permit permit, ContractId id) {
        permit.require(CONTRACT_VIEW, RULE_PROPOSE, RULE_PUBLISH);
        return inForce(id, contract(id).details().ruleSet());
    }

    /**
     * What a replay of a proposal hangs on: the proposal, the contract's rule set with its
     * versions, and what else is published for it.
     */
    @Transactional(readOnly = true)
    public String fingerprint(Permit permit, ProposalId id) {
        var proposal = one(permit, id);
        var ruleSet = contract(proposal.contract()).details().ruleSet();
        var text =
                String.join(
                        "\n",
                        id.value().toString(),
                        ruleSet,
                        library.versions(ruleSet).toString(),
                        inForce(proposal.contract(), ruleSet).toString());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first day that a replay of today looks at: a Monday. */
    public LocalDate earliest() {
        return today().minusDays(DAYS_BACK)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The last day that a replay of today looks at: a Sunday. */
    public LocalDate latest() {
        return today().plusDays(DAYS_AHEAD).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private LocalDate today() {
        return home.today();
    }

    private Contract contract(ContractId id) {
        return payers.contracts().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<LocalOverride> inForce(ContractId contract, String ruleSet) {
        return records.all().stream()
                .filter(it -> it.contract().equals(contract) && it.ruleSet().equals(ruleSet))
                .filter(it -> it.inForceFrom(LocalDate.MIN))
                .map(Proposal::asOverride)
                .toList();
    }

    /** What stands at a place now. */
    private String before(ContractId contract, String ruleSet, String path, LocalDate day) {
        var rulebook = library.find(ruleSet, day);
        if (rulebook == null) {
            return "";
        }
        var now =
                Overrides.apply(rulebook, inForce(contract, ruleSet), day)
                                instanceof OverrideOutcome.Applied(var effective)
                        ? effective
                        : rulebook;
        for (var rule : Wording.of(now).rules()) {
            if (path.equals(rule.valuePath())) {
                return rule.value();
            }
            if (path.equals(rule.effectPath())) {
                return rule.effect().name().toLowerCase(Locale.ROOT);
            }
            if (path.equals(rule.path())) {
                return "on";
            }
        }
        return Wording.of(now).claims().stream()
                .filter(place -> path.equals(place.path()))
                .map(Wording.ClaimText::value)
                .findFirst()
                .orElse("");
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
