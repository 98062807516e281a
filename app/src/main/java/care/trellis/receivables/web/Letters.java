package care.trellis.receivables.web;

import care.trellis.base.Permit;
import care.trellis.billing.ClaimDetail;
import care.trellis.engine.rulebook.Outcome;
import care.trellis.ledger.DayReasons;
import care.trellis.organizations.HomeTime;
import care.trellis.receivables.Cause;
import care.trellis.receivables.Denial;
import care.trellis.web.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills a letter of appeal from the claim and the trace of its days. */
@Component
class Letters {

    /** 42 CFR 2.32(a)(2), the short notice that goes with every disclosure of a Part 2 program. */
    private static final String NOTICE =
            "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private final DenialViews views;
    private final HomeTime home;

    Letters(DenialViews views, HomeTime home) {
        this.views = views;
        this.home = home;
    }

    LetterView of(Permit permit, Denial denial, String organization) {
        var claim = views.claim(permit, denial);
        var days = new ArrayList<LetterView.Day>();
        for (var date : claim.lines().stream().map(ClaimDetail.Line::date).distinct().toList()) {
            days.add(
                    views.trace(permit, denial, date)
                            .map(Letters::day)
                            .orElseGet(() -> new LetterView.Day(Words.date(date), List.of())));
        }
        return new LetterView(
                organization,
                Words.date(home.today()),
                denial.payer(),
                denial.number(),
                about(denial, claim),
                Words.reason(denial),
                grounds(denial.cause(), claim.authorization(), denial.answeredOn()),
                days,
                NOTICE);
    }

    private static List<Fact> about(Denial denial, ClaimDetail claim) {
        var payerNumber =
                claim.lines().stream()
                        .flatMap(line -> line.postings().stream())
                        .map(ClaimDetail.Posted::payerClaimNumber)
                        .filter(number -> number != null)
                        .findFirst()
                        .orElse("");
        return List.of(
                new Fact("Patient", denial.name()),
                new Fact("Dates of service", Words.span(denial.from(), denial.through())),
                new Fact("Our claim number", denial.number()),
                new Fact("Your claim number", payerNumber),
                new Fact(
                        "Authorization",
                        claim.authorization() == null ? "" : claim.authorization()),
                new Fact("Amount in dispute", denial.open().text()));
    }

    private static List<String> grounds(
            Cause cause, @Nullable String authorization, LocalDate answered) {
        var first = "On " + Words.date(answered) + " you did not pay this claim in full.";
        return switch (cause) {
            case AUTHORIZATION, PAYER_ERROR ->
                    authorization == null
                            ? List.of(
                                    first,
                                    "We ask you to review the authorization on file for these"
                                            + " dates and to reprocess the claim.")
                            : List.of(
                                    first,
                                    "Authorization %s was granted before these dates and covers each of them."
                                            .formatted(authorization),
                                    "The claim bore its number. We ask you to reprocess it.");
            case NECESSITY ->
                    List.of(
                            first,
                            "The care was given as the plan prescribes; the record of each day"
                                    + " stands below.",
                            "We ask for review by a clinician of the same specialty.");
            case DOCUMENTS ->
                    List.of(
                            first,
                            "The documents that you asked for are attached; what each day's record"
                                    + " shows stands below.");
            default ->
                    List.of(
                            first,
                            "The record of each day stands below. We ask you to reprocess the"
                                    + " claim.");
        };
    }

    /** What was met, in the words of the evidence. */
    private static LetterView.Day day(DayReasons day) {
        return new LetterView.Day(
                Words.date(day.date()),
                day.checks().stream()
                        .filter(check -> check.outcome() == Outcome.PASS)
                        .map(check -> check.evidence())
                        .filter(evidence -> !evidence.isBlank())
                        .distinct()
                        .toList());
    }
}
