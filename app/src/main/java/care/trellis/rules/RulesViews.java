package care.trellis.rules;

import care.trellis.engine.rulebook.Difference;
import care.trellis.engine.rulebook.Differences;
import care.trellis.engine.rulebook.OverrideOutcome;
import care.trellis.engine.rulebook.OwnCases;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Rulebooks;
import care.trellis.engine.rulebook.Wording;
import care.trellis.organizations.HomeTime;
import care.trellis.payers.Contract;
import care.trellis.payers.ContractId;
import care.trellis.payers.EffectiveRules;
import care.trellis.payers.Payer;
import care.trellis.payers.PayerId;
import care.trellis.payers.Proposal;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says the library, a rule set and a contract's rules in words. */
@Component
class RulesViews {

    private final Rulebooks library;
    private final EffectiveRules rules;
    private final HomeTime home;
    private final Map<String, OwnCases> cases = new ConcurrentHashMap<>();

    RulesViews(Rulebooks library, EffectiveRules rules, HomeTime home) {
        this.library = library;
        this.rules = rules;
        this.home = home;
    }

    LibraryView library(
            List<Contract> contracts,
            List<Payer> payers,
            List<Proposal> proposals,
            LocalDate today) {
        var names = names(payers);
        var contractNames = new HashMap<ContractId, String>();
        contracts.forEach(it -> contractNames.put(it.id(), names.getOrDefault(it.payer(), "")));
        return new LibraryView(
                proposals.stream()
                        .filter(Proposal::open)
                        .map(it -> waiting(it, contractNames.getOrDefault(it.contract(), "")))
                        .toList(),
                contracts.stream().map(it -> agreed(it, names, proposals, today)).toList(),
                library.ids().stream().map(id -> ruleSet(id, contracts, names, today)).toList());
    }

    private LibraryView.Agreed agreed(
            Contract contract,
            Map<PayerId, String> payers,
            List<Proposal> proposals,
            LocalDate today) {
        var ruleSet = contract.details().ruleSet();
        var book = library.find(ruleSet, today);
        long different =
                proposals.stream()
                        .filter(it -> ours(it, contract) && it.inForceFrom(today))
                        .count();
        return new LibraryView.Agreed(
                payers.getOrDefault(contract.payer(), ""),
                path(contract.id()),
                contract.details().name(),
                book == null ? ruleSet : book.title(),
                "/rules/sets/" + ruleSet,
                different == 0
                        ? "As published"
                        : RuleWords.counted((int) different, "change", "changes"),
                different == 0 ? Tone.NEUTRAL : Tone.INFO);
    }

    private LibraryView.RuleSet ruleSet(
            String id, List<Contract> contracts, Map<PayerId, String> payers, LocalDate today) {
        var book = inForce(id, today);
        var wording = Wording.of(book);
        var own = cases(id);
        int versions = library.versions(id).size();
        var using =
                contracts.stream()
                        .filter(it -> it.details().ruleSet().equals(id))
                        .map(it -> payers.getOrDefault(it.payer(), ""))
                        .toList();
        return new LibraryView.RuleSet(
                book.title(),
                id,
                "/rules/sets/" + id,
                RuleWords.kind(book.kind()),
                book.version(),
                versions == 1 ? "" : versions + " versions",
                RuleWords.inForce(book),
                String.valueOf(wording.rules().size()),
                String.valueOf(wording.sources().size()),
                String.valueOf(book.open().size()),
                own.passed() + " of " + own.all(),
                own.passed() == own.all() ? Tone.GOOD : Tone.BAD,
                String.join(", ", using));
    }

    /** One version of a rule set; null where there is none. */
    @Nullable RuleSetView ruleSet(
            String id,
            String version,
            List<Contract> contracts,
            List<Payer> payers,
            LocalDate today) {
        var names = names(payers);
        var versions = library.versions(id);
        var book =
                versions.stream()
                        .filter(it -> it.version().equals(version))
                        .findFirst()
                        .orElse(
                                versions.isEmpty() || !version.isEmpty()
                                        ? null
                                        : inForce(id, today));
        if (book == null) {
            return null;
        }
        int at = versions.indexOf(book);
        var before = at > 0 ? versions.get(at - 1) : null;
        var wording = Wording.of(book);
        var own = cases(id);
        var using =
                contracts.stream()
                        .filter(it -> it.details().ruleSet().equals(id))
                        .map(it -> names.getOrDefault(it.payer(), ""))
                        .toList();
        return new RuleSetView(
                id,
                book.title(),
                book.version(),
                List.of(
                        fact("Kind", RuleWords.kind(book.kind())),
                        fact("In force", RuleWords.inForce(book)),
                        fact("Own cases", own.passed() + " of " + own.all() + " pass"),
                        fact(
                                "Contracts",
                                using.isEmpty() ? "None of ours" : String.join(", ", using)),
                        fact("Left open", RuleWords.counted(book.open().size(), "point", "points")),
                        fact("File", book.file())),
                versions.size() == 1 ? List.of() : tabs(versions, book),
                "/rules/sets/" + id + "/file?version=" + book.version(),
                RuleTexts.of(book, ""),
                ClaimTexts.of(book, ""),
                book.open(),
                wording.sources().stream()
                        .map(it -> new RuleSetView.Source(it.title(), it.url()))
                        .toList(),
                before == null ? "" : before.version(),
                before == null ? List.of() : words(before, book));
    }

    /** The file of one version, line by line; null where there is none. */
    @Nullable RuleFileView file(String id, String version) {
        return library.versions(id).stream()
                .filter(it -> it.version().equals(version))
                .findFirst()
                .map(RuleFileView::of)
                .orElse(null);
    }

    /** What a contract changes, and its rules with the changes built in. */
    ContractView contract(
            Contract contract,
            List<Payer> payers,
            List<Proposal> proposals,
            LocalDate today,
            boolean mayPropose) {
        var ruleSet = contract.details().ruleSet();
        var book = library.find(ruleSet, today);
        var ours = proposals.stream().filter(it -> it.contract().equals(contract.id())).toList();
        var overrides = ours.stream().filter(it -> ours(it, contract)).toList();
        var published =
                overrides.stream()
                        .filter(it -> it.inForceFrom(LocalDate.MIN))
                        .map(Proposal::asOverride)
                        .toList();
        var outcome = rules.on(ruleSet, published, today);
        var effective = outcome instanceof OverrideOutcome.Applied(var built) ? built : book;
        var base = mayPropose ? path(contract.id()) + "/proposals/new?rule=" : "";
        return new ContractView(
                names(payers).getOrDefault(contract.payer(), ""),
                contract.details().name(),
                List.of(
                        new Fact(
                                "Rule set",
                                book == null ? ruleSet : book.title(),
                                "/rules/sets/" + ruleSet),
                        fact("Version today", effective == null ? "None" : effective.version()),
                        new Fact(
                                "Contract",
                                "Codes, fees and ids",
                                "/settings/contracts/" + contract.id().value())),
                missing(outcome),
                overrides.stream()
                        .filter(it -> it.inForceFrom(LocalDate.MIN))
                        .map(it -> override(it, book, today, mayPropose))
                        .toList(),
                ours.stream()
                        .filter(Proposal::open)
                        .map(it -> waiting(it, contract.details().name()))
                        .toList(),
                book == null || effective == null ? List.of() : words(book, effective),
                effective == null ? List.of() : RuleTexts.of(effective, base),
                effective == null
                        ? List.of()
                        : ClaimTexts.of(effective, base.replace("?rule=", "?place=")),
                ours.stream().filter(it -> !it.open()).map(this::event).toList());
    }

    private static String missing(@Nullable OverrideOutcome outcome) {
        if (outcome == null) {
            return "The rule set of this contract is not installed; its days wait.";
        }
        return outcome instanceof OverrideOutcome.Refused(var override, var reason)
                ? "A change by "
                        + override.author()
                        + " does not fit the version of today: "
                        + reason
                        + ". Its days wait until it is ended."
                : "";
    }

    private ContractView.Override override(
            Proposal proposal, @Nullable Rulebook book, LocalDate today, boolean mayPropose) {
        return new ContractView.Override(
                says(proposal),
                RuleWords.capital(place(proposal, proposal.before())),
                RuleWords.capital(place(proposal, proposal.value())),
                RuleWords.capital(RuleWords.span(proposal.from(), proposal.ended())),
                proposal.asOverride().inForceOn(today),
                proposal.reason(),
                who(proposal),
                path(proposal),
                mayPropose && proposal.inForceFrom(today) ? path(proposal) + "/end" : "");
    }

    private Event event(Proposal proposal) {
        var answer = java.util.Objects.requireNonNull(proposal.answer());
        return new Event(
                RuleWords.date(home.day(answer.at())),
                (answer.published() ? "Published by " : "Withdrawn by ") + answer.name(),
                says(proposal)
                        + " "
                        + change(proposal)
                        + ". Proposed by "
                        + proposal.authorName()
                        + ": "
                        + proposal.reason(),
                answer.published() ? Tone.GOOD : Tone.NEUTRAL);
    }

    private LibraryView.Waiting waiting(Proposal proposal, String contract) {
        return new LibraryView.Waiting(
                says(proposal),
                path(proposal),
                contract,
                change(proposal),
                proposal.authorName() + ", " + RuleWords.date(home.day(proposal.proposedAt())));
    }

    /** "At least 180 becomes at least 150, since Mar 2, 2026". */
    String change(Proposal proposal) {
        var ends = proposal.ends();
        if (ends != null) {
            return "Its change ends after "
                    + RuleWords.date(java.util.Objects.requireNonNull(proposal.through()));
        }
        return RuleWords.capital(place(proposal, proposal.before()))
                + " becomes "
                + place(proposal, proposal.value())
                + ", "
                + RuleWords.span(proposal.from(), proposal.through());
    }

    /** The rule of a proposal in one sentence, as its file says it. */
    String says(Proposal proposal) {
        var book = library.find(proposal.ruleSet(), proposal.from());
        return book == null
                ? proposal.path()
                : RuleTexts.at(book, proposal.path())
                        .map(it -> it.says())
                        .or(() -> ClaimTexts.at(book, proposal.path()).map(ClaimTexts::says))
                        .orElse(proposal.path());
    }

    /** A value at the place of a proposal, in words. */
    String place(Proposal proposal, String value) {
        var book = library.find(proposal.ruleSet(), proposal.from());
        return book == null
                ? value
                : RuleTexts.at(book, proposal.path())
                        .map(it -> RuleTexts.place(it, proposal.path(), value))
                        .orElse(ClaimTexts.value(value));
    }

    static String who(Proposal proposal) {
        var answer = proposal.answer();
        return proposal.authorName()
                + (answer == null || !answer.published() ? "" : ", published by " + answer.name());
    }

    static String path(Proposal proposal) {
        return "/rules/proposals/" + proposal.id().value();
    }

    static String path(ContractId contract) {
        return "/rules/contracts/" + contract.value();
    }

    static List<String> words(Rulebook before, Rulebook after) {
        return Differences.between(before, after).stream()
                .map(Difference::words)
                .map(RuleWords::capital)
                .toList();
    }

    private Rulebook inForce(String id, LocalDate today) {
        return java.util.Objects.requireNonNull(library.find(id, today));
    }

    private OwnCases cases(String id) {
        return cases.computeIfAbsent(id, set -> OwnCases.of(library, set));
    }

    private static boolean ours(Proposal proposal, Contract contract) {
        return proposal.contract().equals(contract.id())
                && proposal.ruleSet().equals(contract.details().ruleSet());
    }

    private static Map<PayerId, String> names(List<Payer> payers) {
        var names = new HashMap<PayerId, String>();
        payers.forEach(it -> names.put(it.id(), it.details().name()));
        return names;
    }

    private static List<Tab> tabs(List<Rulebook> versions, Rulebook shown) {
        var tabs = new ArrayList<Tab>();
        for (var version : versions.reversed()) {
            tabs.add(
                    new Tab(
                            version.version(),
                            "/rules/sets/" + version.id() + "?version=" + version.version(),
                            version == shown,
                            ""));
        }
        return tabs;
    }

    private static Fact fact(String label, String value) {
        return new Fact(label, value, "");
    }
}
