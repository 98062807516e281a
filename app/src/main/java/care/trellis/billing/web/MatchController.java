package care.trellis.billing.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.billing.ClaimCandidate;
import care.trellis.billing.ClaimId;
import care.trellis.billing.ClaimSearch;
import care.trellis.billing.HandMatches;
import care.trellis.billing.Matching;
import care.trellis.billing.PostingId;
import care.trellis.billing.RemittanceDetail;
import care.trellis.billing.Unmatched;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A line of a remittance that found no claim by itself: looking for one, giving it, taking back.
 */
@Controller
@RequestMapping("/remittances/lines/{posting}")
class MatchController {

    private final HandMatches matches;
    private final Access access;
    private final HomeTime home;

    MatchController(HandMatches matches, Access access, HomeTime home) {
        this.matches = matches;
        this.access = access;
        this.home = home;
    }

    @GetMapping
    @Requires(value = Action.REMITTANCE_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView page(Permit permit, Frame frame, @PathVariable PostingId posting) {
        var line = matches.open(permit, posting);
        var known =
                Form.empty()
                        .with("number", line.claimNumber())
                        .with("date", line.date())
                        .with("charge", line.charge().dollars().toPlainString());
        return page(permit, frame, line, known, Form.empty());
    }

    /** Looks for claims; a member id never stands in an address. */
    @PostMapping("/search")
    @Requires(value = Action.REMITTANCE_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView search(
            Permit permit,
            Frame frame,
            @PathVariable PostingId posting,
            @RequestParam MultiValueMap<String, String> sent) {
        return page(permit, frame, matches.open(permit, posting), Form.typed(sent), Form.empty());
    }

    @PostMapping("/match")
    @Requires(value = Action.REMITTANCE_POST, purpose = Permit.Purpose.PAYMENT)
    ModelAndView match(
            Permit permit,
            Frame frame,
            @PathVariable PostingId posting,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> match(permit, posting, form),
                "/remittances/lines/" + posting.value(),
                () -> page(permit, frame, matches.open(permit, posting), form, form));
    }

    @PostMapping("/return")
    @Requires(value = Action.REMITTANCE_POST, purpose = Permit.Purpose.PAYMENT)
    ModelAndView takeBack(
            Permit permit,
            Frame frame,
            @PathVariable PostingId posting,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> takeBack(permit, posting, form.value("back")),
                "/remittances/lines/" + posting.value(),
                () -> page(permit, frame, matches.open(permit, posting), Form.empty(), form));
    }

    private Change<PostingId> match(Permit permit, PostingId posting, Form form) {
        var chosen = form.value("candidate").split(" ");
        if (!form.value("candidate").matches("[0-9a-f-]{36}( [0-9a-f-]{36})?")) {
            return Change.refused(
                    "candidate", "CLAIM_MISSING", "Choose the claim that this line belongs to.");
        }
        if (form.value("reason").isBlank()) {
            return Change.refused(
                    "reason", "REASON_MISSING", "Say what shows that it belongs there.");
        }
        var line = chosen.length == 1 ? null : UUID.fromString(chosen[1]);
        return outcome(
                posting,
                matches.match(
                        permit,
                        form.key(),
                        posting,
                        ClaimId.of(chosen[0]),
                        line,
                        form.value("reason")));
    }

    private Change<PostingId> takeBack(Permit permit, PostingId posting, String reason) {
        return reason.isBlank()
                ? Change.refused("back", "REASON_MISSING", "Say why it does not belong there.")
                : outcome(posting, matches.takeBack(permit, posting, reason));
    }

    private static Change<PostingId> outcome(PostingId posting, Matching matching) {
        return switch (matching) {
            case Matching.Matched _, Matching.TakenBack _, Matching.NotMatched _ ->
                    new Change.Done<>(posting);
            case Matching.MatchedBefore _ ->
                    Change.refused(
                            "", "MATCHED_BEFORE", "Somebody gave this line to a claim just now.");
            case Matching.NotOurs _ ->
                    Change.refused(
                            "",
                            "NOT_OURS",
                            "This was paid to another provider: give the file back to its sender.");
            case Matching.NoSuchClaim _ ->
                    Change.refused(
                            "candidate", "CLAIM_GONE", "Choose one of the claims of the list.");
        };
    }

    private ModelAndView page(
            Permit permit, Frame frame, RemittanceDetail.Line line, Form search, Form form) {
        var posting = line.id();
        var reason = line.reason();
        boolean waits = reason != null;
        var wanted =
                new ClaimSearch(
                        search.value("number"),
                        search.value("member"),
                        search.date("date"),
                        charge(search));
        var candidates =
                waits
                        ? matches.candidates(permit, wanted).stream()
                                .map(it -> candidate(it, form))
                                .toList()
                        : List.<MatchView.Candidate>of();
        var standing =
                matches.standing(permit, posting)
                        .map(it ->
                                new MatchView.Standing(
                                        it.claimNumber(),
                                        "/claims/" + it.claim().value(),
                                        it.reason(),
                                        Words.date(it.at(), home.zone())))
                        .orElse(null);
        return new ModelAndView(
                "billing/match",
                Map.of(
                        "page",
                        frame.page("remittances", "Line of a remittance", ""),
                        "view",
                        new MatchView(
                                "/remittances/lines/" + posting.value(),
                                "/remittances/" + line.remittance().value(),
                                line.trace(),
                                facts(line),
                                reason == null ? "" : reason.words(),
                                reason != Unmatched.OTHER_PAYEE,
                                access.mayByRole(permit.actor(), Action.REMITTANCE_POST),
                                search,
                                form,
                                candidates,
                                standing)));
    }

    private static @Nullable Money charge(Form search) {
        var dollars = search.decimal("charge");
        return dollars == null
                ? null
                : Money.ofDollars(dollars.setScale(2, java.math.RoundingMode.HALF_UP));
    }

    private static List<Fact> facts(RemittanceDetail.Line line) {
        var shown = RemittanceViews.line(line);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Payer", line.payer()));
        facts.add(new Fact("Claim number as it came", shown.claimNumber()));
        facts.add(new Fact("Day", shown.date()));
        facts.add(new Fact("Code", shown.codes()));
        facts.add(new Fact("Charge", shown.charge()));
        facts.add(new Fact("Paid", shown.paid()));
        facts.add(new Fact("Client owes", shown.patient()));
        return facts;
    }

    private static MatchView.Candidate candidate(ClaimCandidate candidate, Form form) {
        var value =
                candidate.claim().value()
                        + (candidate.line() == null ? "" : " " + candidate.line());
        return new MatchView.Candidate(
                value,
                value.equals(form.value("candidate")),
                candidate.number(),
                "/claims/" + candidate.claim().value(),
                candidate.name(),
                candidate.payer(),
                candidate.date() == null ? "Whole claim" : Words.date(candidate.date()),
                candidate.charge().text(),
                candidate.paid().text(),
                "Same " + String.join(", ", candidate.why()));
    }
}
