package care.trellis.rules;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Rulebooks;
import care.trellis.ledger.Replay;
import care.trellis.ledger.ReplayOutcome;
import care.trellis.ledger.ReplayedDay;
import care.trellis.organizations.HomeTime;
import care.trellis.payers.Contract;
import care.trellis.payers.Proposal;
import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a proposal and its replay. */
@Component
class StudioViews {

    /** Days that one page shows; the sums count them all. */
    private static final int SHOWN = 300;

    private final RulesViews rules;
    private final Rulebooks library;
    private final HomeTime home;

    StudioViews(RulesViews rules, Rulebooks library, HomeTime home) {
        this.rules = rules;
        this.library = library;
        this.home = home;
    }

    /**
     * How a replay stands.
     *
     * @param replay the latest; absent before the first
     * @param current whether it was made for what the proposal stands on now
     * @param outcome what came out differently, at every site; absent before the end
     * @param days those of them at the reader's sites
     */
    record Standing(
            @Nullable Replay replay,
            boolean current,
            @Nullable ReplayOutcome outcome,
            List<ReplayedDay> days) {}

    StudioView of(
            Proposal proposal,
            Contract contract,
            String payer,
            Standing standing,
            boolean author,
            boolean mayPublish) {
        var book = library.find(proposal.ruleSet(), proposal.from());
        var row =
                book == null
                        ? null
                        : RuleTexts.of(book, "").stream()
                                .filter(it ->
                                        proposal.path().equals("rules/" + it.id())
                                                || proposal.path()
                                                        .startsWith("rules/" + it.id() + "/"))
                                .findFirst()
                                .orElse(null);
        var path = RulesViews.path(proposal);
        var replay = standing.replay();
        boolean ready = replay != null && replay.finished() && standing.current();
        return new StudioView(
                proposal.ends() == null ? "Change of a rule" : "End of a change",
                payer,
                RulesViews.path(contract.id()),
                rules.says(proposal),
                rules.change(proposal),
                RuleWords.capital(
                        rules.place(
                                proposal,
                                proposal.ends() == null ? proposal.before() : proposal.value())),
                RuleWords.capital(
                        rules.place(
                                proposal,
                                proposal.ends() == null ? proposal.value() : proposal.before())),
                facts(proposal, contract, payer),
                proposal.reason(),
                row == null ? sources(book, proposal.path()) : row.sources(),
                proposal.open() ? "Waits" : proposal.published() ? "Published" : "Withdrawn",
                proposal.open() ? Tone.WATCH : proposal.published() ? Tone.GOOD : Tone.NEUTRAL,
                replay == null ? null : replayed(replay, standing, proposal),
                proposal.open() ? path + "/replays" : "",
                proposal.open() && ready && mayPublish && !author ? path + "/publication" : "",
                why(proposal, replay, ready, author, mayPublish),
                proposal.open() ? path + "/withdrawal" : "");
    }

    private static List<RuleSetView.Source> sources(@Nullable Rulebook book, String path) {
        return book == null
                ? List.of()
                : ClaimTexts.at(book, path)
                        .map(place -> RuleTexts.sources(place.citation()))
                        .orElse(List.of());
    }

    private List<Fact> facts(Proposal proposal, Contract contract, String payer) {
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        "Contract",
                        payer + ", " + contract.details().name(),
                        RulesViews.path(contract.id())));
        var through = proposal.through();
        if (proposal.ends() == null) {
            facts.add(new Fact("First day", RuleWords.date(proposal.from())));
            facts.add(
                    new Fact(
                            "Last day",
                            through == null ? "Until it is ended" : RuleWords.date(through)));
        } else if (through != null) {
            facts.add(new Fact("Last day in force", RuleWords.date(through)));
        }
        facts.add(
                new Fact(
                        "Proposed by",
                        proposal.authorName()
                                + ", "
                                + RuleWords.date(home.day(proposal.proposedAt()))));
        var answer = proposal.answer();
        if (answer != null) {
            facts.add(
                    new Fact(
                            answer.published() ? "Published by" : "Withdrawn by",
                            answer.name() + ", " + RuleWords.date(home.day(answer.at()))));
        }
        return facts;
    }

    private static String why(
            Proposal proposal,
            @Nullable Replay replay,
            boolean ready,
            boolean author,
            boolean mayPublish) {
        if (!proposal.open()) {
            return "";
        }
        if (author) {
            return "You wrote this proposal. A second person, a director or compliance, reads it with its replay and publishes it.";
        }
        if (!mayPublish) {
            return "A director or compliance publishes it, after reading the replay.";
        }
        if (!ready) {
            return replay == null
                    ? "Replay it first, and look at what it changes."
                    : replay.finished()
                            ? "Replay it again: the rules of this contract have changed since."
                            : "The replay is still running.";
        }
        return "Every day of this contract is decided again, and the reasons of a day cite who changed the rule and why.";
    }

    private static StudioView.Replayed replayed(
            Replay replay, Standing standing, Proposal proposal) {
        int done = Math.min(replay.clientsDone(), replay.clients());
        var span = RuleWords.date(replay.from()) + " to " + RuleWords.date(replay.to());
        var input =
                RuleWords.counted(replay.clientsDone(), "client", "clients")
                        + ", "
                        + RuleWords.counted(replay.weeks(), "client-week", "client-weeks")
                        + " and "
                        + RuleWords.counted(
                                replay.days(), "day of this contract", "days of this contract")
                        + " were decided twice, "
                        + span
                        + ". Started by "
                        + replay.startedBy()
                        + ".";
        var outcome = standing.outcome();
        if (outcome == null) {
            return new StudioView.Replayed(
                    "/rules/replays/" + replay.id().value() + "/steps",
                    done
                            + " of "
                            + RuleWords.counted(replay.clients(), "client", "clients")
                            + " decided",
                    done,
                    Math.max(1, replay.clients()),
                    List.of(),
                    List.of(),
                    "",
                    input,
                    "");
        }
        var days = standing.days();
        return new StudioView.Replayed(
                "",
                "",
                done,
                Math.max(1, replay.clients()),
                figures(outcome),
                people(days),
                standing.current() || !proposal.open()
                        ? ""
                        : "The rules of this contract have changed since this replay.",
                input,
                more(days.size(), outcome.days()));
    }

    /** What is not listed: days past the first many, and those of clients elsewhere. */
    private static String more(int here, int everywhere) {
        var more = new StringBuilder();
        if (here > SHOWN) {
            more.append("The first %d of %d days are shown; ".formatted(SHOWN, here))
                    .append("the sums count them all. ");
        }
        if (everywhere > here) {
            more.append(RuleWords.counted(everywhere - here, "day", "days"))
                    .append(" of clients at other sites: counted and not listed.");
        }
        return more.toString();
    }

    private static List<StudioView.Figure> figures(ReplayOutcome outcome) {
        return List.of(
                new StudioView.Figure(
                        signed(outcome.cents()),
                        "Billable dollars",
                        "dollar",
                        tone(outcome.cents())),
                new StudioView.Figure(
                        String.valueOf(outcome.won()),
                        "Days won",
                        "success",
                        outcome.won() > 0 ? Tone.GOOD : Tone.NEUTRAL),
                new StudioView.Figure(
                        String.valueOf(outcome.lost()),
                        "Days lost",
                        "error",
                        outcome.lost() > 0 ? Tone.BAD : Tone.NEUTRAL),
                new StudioView.Figure(
                        String.valueOf(outcome.days()),
                        "Days that change",
                        "calendar",
                        Tone.NEUTRAL));
    }

    private static List<StudioView.Person> people(List<ReplayedDay> days) {
        var byClient = new LinkedHashMap<ClientId, List<ReplayedDay>>();
        days.stream()
                .limit(SHOWN)
                .forEach(day ->
                        byClient.computeIfAbsent(day.client(), id -> new ArrayList<>()).add(day));
        return byClient.values().stream().map(StudioViews::person).toList();
    }

    private static StudioView.Person person(List<ReplayedDay> days) {
        var first = days.getFirst();
        return new StudioView.Person(
                first.name(),
                "/ledger/" + first.client().value() + "?week=" + first.date(),
                RuleWords.counted(days.size(), "day", "days"),
                signed(days.stream().mapToLong(StudioViews::cents).sum()),
                days.stream().map(StudioViews::day).toList());
    }

    private static StudioView.Day day(ReplayedDay day) {
        long cents = cents(day);
        return new StudioView.Day(
                RuleWords.day(day.date()),
                "/ledger/" + day.client().value() + "/" + day.date(),
                said(day.before()),
                said(day.after()),
                signed(cents),
                tone(cents));
    }

    private static StudioView.Said said(ReplayedDay.Said said) {
        var evidence = said.evidence();
        return new StudioView.Said(
                said.state().label(),
                RuleWords.tone(said.state()),
                evidence == null ? "" : RuleWords.capital(evidence));
    }

    private static long cents(ReplayedDay day) {
        return day.after().billable().cents() - day.before().billable().cents();
    }

    private static Tone tone(long cents) {
        return cents > 0 ? Tone.GOOD : cents < 0 ? Tone.BAD : Tone.NEUTRAL;
    }

    /** "+$630.00", "−$315.00", "$0.00". */
    private static String signed(long cents) {
        var amount = new Money(Math.abs(cents)).text();
        return cents > 0 ? "+" + amount : cents < 0 ? "−" + amount : amount;
    }
}
