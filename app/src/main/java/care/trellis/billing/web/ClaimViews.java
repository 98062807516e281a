package care.trellis.billing.web;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.billing.Chosen;
import care.trellis.billing.ClaimDetail;
import care.trellis.billing.ClaimGroup;
import care.trellis.billing.ClaimRow;
import care.trellis.billing.ClaimStatus;
import care.trellis.billing.Claims;
import care.trellis.billing.Filing;
import care.trellis.billing.Form;
import care.trellis.billing.Missing;
import care.trellis.billing.Ready;
import care.trellis.billing.SentFile;
import care.trellis.billing.StatusAnswer;
import care.trellis.billing.Submission;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Paging;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns claims into the finished text of their pages. */
final class ClaimViews {

    /** The most days that one reason lists until it is asked for all of them. */
    private static final int DAYS_LISTED = 10;

    private ClaimViews() {}

    static ClaimsView page(
            Ready ready,
            Map<ClaimGroup, Integer> counts,
            boolean maySubmit,
            String whole,
            LocalDate today) {
        var contracts = ready.contracts();
        var held = ready.held().stream().filter(it -> !it.lost()).toList();
        var lost = ready.held().stream().filter(Ready.Held::lost).toList();
        return new ClaimsView(
                Ids.next().toString(),
                maySubmit,
                Words.count(
                        contracts.stream().mapToInt(Ready.OfContract::days).sum(), "day", "days"),
                sum(contracts.stream().map(Ready.OfContract::total).toList()),
                days(held),
                sum(held.stream().map(Ready.Held::total).toList()),
                days(lost),
                sum(lost.stream().map(Ready.Held::total).toList()),
                contracts.stream().map(one -> contract(one, today)).toList(),
                held.stream().map(it -> held(it, whole, today)).toList(),
                lost.stream().map(it -> held(it, whole, today)).toList(),
                tabs(null, true, counts));
    }

    static ClaimListView list(
            ClaimGroup group,
            Map<ClaimGroup, Integer> counts,
            List<ClaimRow> claims,
            List<SentFile> files,
            int page,
            LocalDate today,
            ZoneId zone) {
        var path = "/claims?tab=" + group.name().toLowerCase(Locale.ROOT) + "&page=";
        int of = counts.getOrDefault(group, 0);
        int first = page * Claims.CLAIMS_ON_A_PAGE;
        int last = first + claims.size();
        return new ClaimListView(
                group.label(),
                tabs(group, false, counts),
                claims.stream().map(one -> claim(one, today)).toList(),
                files.stream().map(file -> file(file, zone)).toList(),
                new Paging(
                        claims.isEmpty() ? "" : "%d–%d of %d".formatted(first + 1, last, of),
                        page == 0 ? "" : path + (page - 1),
                        last >= of ? "" : path + (page + 1)));
    }

    /**
     * @param active null for what is ready to go, to the first payer or to the next
     * @param ready whether what is ready for the first payer is shown
     */
    static List<Tab> tabs(
            @Nullable ClaimGroup active, boolean ready, Map<ClaimGroup, Integer> counts) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab("Ready", "/claims", ready));
        tabs.add(new Tab("Next payer", "/claims/next", active == null && !ready));
        for (var group : ClaimGroup.values()) {
            tabs.add(
                    new Tab(
                            group.label(),
                            "/claims?tab=" + group.name().toLowerCase(Locale.ROOT),
                            group == active,
                            Integer.toString(counts.getOrDefault(group, 0))));
        }
        return tabs;
    }

    private static String days(List<Ready.Held> held) {
        return Words.count(held.stream().mapToInt(it -> it.days().size()).sum(), "day", "days");
    }

    private static String sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus).text();
    }

    private static ClaimsView.Contract contract(Ready.OfContract of, LocalDate today) {
        return new ClaimsView.Contract(
                of.payer() + " · " + of.name(),
                of.form().code(),
                Words.count(of.days(), "day", "days"),
                of.total().text(),
                of.clients().stream()
                        .map(client ->
                                new ClaimsView.Client(
                                        value(of.contract(), client),
                                        client.name(),
                                        client.recordNumber(),
                                        "/clients/" + client.client().value(),
                                        Words.days(client.days()),
                                        Integer.toString(client.days().size()),
                                        client.total().text(),
                                        Clock.words(client.filesBy(), today),
                                        Clock.tone(client.filesBy(), today),
                                        today.isAfter(client.filesBy())
                                                ? LateForm.first(of(of.contract(), client))
                                                : List.of()))
                        .toList());
    }

    private static String of(ContractId contract, Ready.OfClient client) {
        return contract.value() + "/" + client.client().value() + "/";
    }

    private static String value(ContractId contract, Ready.OfClient client) {
        return of(contract, client)
                + client.days().stream().map(LocalDate::toString).collect(Collectors.joining(";"));
    }

    /**
     * Reads what {@link ClaimsView.Client#value} says.
     *
     * @param late what the choices of {@link ClaimsView.Client#late} say
     * @throws IllegalArgumentException when it says anything else
     */
    static Chosen chosen(String value, List<String> late) {
        var parts = value.split("/");
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a choice of days");
        }
        var of = parts[0] + "/" + parts[1] + "/";
        var delay =
                late.stream()
                        .filter(it -> it.startsWith(of))
                        .map(it -> LateForm.delay(it.substring(of.length())))
                        .findFirst();
        return new Chosen(
                ContractId.of(parts[0]),
                ClientId.of(parts[1]),
                Arrays.stream(parts[2].split(";")).map(LocalDate::parse).toList(),
                delay.orElse(null));
    }

    /** Whether a reason's days can be mended or not, so that each list is asked for by itself. */
    private static String key(Ready.Held held) {
        return (held.lost() ? "lost-" : "held-")
                + held.reason().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ClaimsView.Held held(Ready.Held held, String whole, LocalDate today) {
        var key = key(held);
        int days = held.days().size();
        boolean all = key.equals(whole);
        return new ClaimsView.Held(
                key,
                all,
                all || days <= DAYS_LISTED ? "" : "/claims?reason=" + key + "#" + key,
                "%d of %d days are listed".formatted(Math.min(days, DAYS_LISTED), days),
                Words.reason(held.reason()),
                held.fix(),
                held.lost() ? Tone.BAD : Tone.WATCH,
                Words.count(held.days().size(), "day", "days"),
                held.total().text(),
                held.days().stream()
                        .limit(all ? days : DAYS_LISTED)
                        .map(day ->
                                new ClaimsView.Day(
                                        day.name(),
                                        Words.date(day.date()),
                                        ledger(day.client(), day.date()),
                                        day.amount().text(),
                                        day.filesBy() == null
                                                ? ""
                                                : Clock.words(day.filesBy(), today),
                                        day.filesBy() == null
                                                ? Tone.NEUTRAL
                                                : Clock.tone(day.filesBy(), today)))
                        .toList());
    }

    static ClaimListView.File file(SentFile file, ZoneId zone) {
        return new ClaimListView.File(
                file.name(),
                "/claims/files/" + file.id().value(),
                file.payer(),
                Integer.toString(file.claims()),
                file.total().text(),
                Words.date(file.at(), zone));
    }

    private static ClaimListView.Claim claim(ClaimRow claim, LocalDate today) {
        var by = claim.filesBy();
        return new ClaimListView.Claim(
                claim.number(),
                "/claims/" + claim.id().value(),
                claim.name(),
                claim.payer()
                        + (claim.turn() == 1 ? "" : claim.turn() == 2 ? ", second" : ", third"),
                Words.span(claim.from(), claim.through()),
                claim.charge().text(),
                claim.paid().text(),
                claim.status().label(),
                Words.tone(claim.status()),
                by == null ? "" : Clock.words(by, today),
                by == null ? Tone.NEUTRAL : Clock.tone(by, today));
    }

    static SubmittedView submitted(Submission submission, ZoneId zone) {
        var files =
                switch (submission) {
                    case Submission.Sent sent -> sent.files();
                    case Submission.NothingSent nothing -> List.<SentFile>of();
                };
        return new SubmittedView(
                files.stream().map(file -> file(file, zone)).toList(),
                submission.leftOut().stream()
                        .map(left ->
                                new SubmittedView.Left(
                                        left.name(),
                                        Words.span(left.from(), left.through()),
                                        left.total().text(),
                                        left.missing().stream()
                                                .map(one ->
                                                        new SubmittedView.Lack(
                                                                one.words(), one.path()))
                                                .toList()))
                        .toList());
    }

    static ClaimView detail(
            ClaimDetail claim,
            List<StatusAnswer> statuses,
            List<Missing> problems,
            boolean maySubmit,
            Filing filing,
            LocalDate today,
            ZoneId zone) {
        var row = claim.row();
        var limit = filing.pastLimit();
        var by = row.filesBy();
        return new ClaimView(
                row.number(),
                row.status().label(),
                Words.tone(row.status()),
                List.of(
                        new Fact("Client", row.name(), "/clients/" + row.client().value()),
                        new Fact("Payer", row.payer()),
                        new Fact("Form", row.form().code()),
                        new Fact("Days", Words.span(row.from(), row.through())),
                        new Fact(
                                "Authorization",
                                claim.authorization() == null ? "" : claim.authorization()),
                        new Fact("Sent", Words.date(row.submittedAt(), zone)),
                        new Fact(
                                row.status() == ClaimStatus.SENT
                                                || row.status() == ClaimStatus.REJECTED
                                        ? "Files"
                                        : "Corrections",
                                by == null ? "" : Clock.words(by, today)),
                        new Fact("Proof of filing", proof(filing)),
                        new Fact(
                                "File", claim.fileName(), "/claims/files/" + claim.file().value())),
                row.charge().text(),
                row.paid().text(),
                row.patient().text(),
                claim.lines().stream().map(line -> line(row.client(), line)).toList(),
                claim.postings().stream().map(ClaimViews::posted).toList(),
                claim.reports().stream()
                        .map(report ->
                                new Event(
                                        Words.date(report.at(), zone),
                                        report.words(),
                                        report.kind(),
                                        report.accepted() ? Tone.GOOD : Tone.BAD))
                        .toList(),
                claim.asSent(),
                TurnViews.of(claim),
                "/claims/files/" + claim.file().value(),
                "/claims/" + row.id().value() + "/again",
                statuses.stream()
                        .map(one ->
                                new Event(
                                        Words.date(one.at(), zone),
                                        one.words(),
                                        one.payerNumber() == null
                                                ? ""
                                                : "Their number " + one.payerNumber(),
                                        one.wantsWork()
                                                ? Tone.BAD
                                                : one.category() == null
                                                        ? Tone.NEUTRAL
                                                        : Tone.INFO))
                        .toList(),
                "/claims/" + row.id().value() + "/status",
                problems.stream().map(Missing::words).toList(),
                row.form() == Form.INSTITUTIONAL ? "UB-04" : "CMS-1500",
                "/claims/" + row.id().value() + "/form.pdf",
                Ids.next().toString(),
                maySubmit,
                limit == null ? null : LateForm.view(limit, today));
    }

    /** The first receiver's word that it has the claim: what a payer takes as proof of the day. */
    private static String proof(Filing filing) {
        var day = filing.acknowledgedOn();
        return day == null ? "" : "First acknowledged " + Words.date(day);
    }

    private static ClaimView.Line line(ClientId client, ClaimDetail.Line line) {
        return new ClaimView.Line(
                Words.date(line.date()),
                ledger(client, line.date()),
                Words.codes(line.procedureCode(), line.revenueCode(), line.modifiers()),
                Integer.toString(line.units()),
                line.charge().text(),
                line.postings().isEmpty() ? "" : line.paid().text(),
                line.postings().stream().map(ClaimViews::posted).toList());
    }

    private static ClaimView.Posted posted(ClaimDetail.Posted posted) {
        return new ClaimView.Posted(
                (posted.reversal() ? "Taken back by " : "Answered by ")
                        + posted.trace()
                        + (posted.paidOn() == null ? "" : " of " + Words.date(posted.paidOn())),
                "/remittances/" + posted.remittance().value(),
                posted.paid().text(),
                posted.patient().text(),
                posted.adjustments().stream().map(Words::adjustment).toList());
    }

    static String ledger(ClientId client, LocalDate date) {
        return "/ledger/" + client.value() + "/" + date;
    }
}
