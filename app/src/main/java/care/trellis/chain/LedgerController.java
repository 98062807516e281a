package care.trellis.chain;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.ledger.Ledger;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Frame;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ledger: everybody's week, one client's week, and the reasons of one client-day. */
@Controller
@RequestMapping("/ledger")
class LedgerController {

    private final Ledger ledger;
    private final JoinedRecords records;
    private final HomeTime home;
    private final LedgerViews views;
    private final ReasonsViews reasons;
    private final MakeUps makeUps;

    LedgerController(
            Ledger ledger,
            JoinedRecords records,
            HomeTime home,
            LedgerViews views,
            ReasonsViews reasons,
            MakeUps makeUps) {
        this.ledger = ledger;
        this.records = records;
        this.home = home;
        this.views = views;
        this.reasons = reasons;
        this.makeUps = makeUps;
    }

    @GetMapping
    @Requires(value = Action.LEDGER_VIEW, purpose = Permit.Purpose.PAYMENT)
    @Transactional
    ModelAndView week(
            Permit permit,
            Frame frame,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate week,
            @RequestParam(defaultValue = "") String payer,
            @RequestParam(defaultValue = "false") boolean risk) {
        var thisMonday = monday(permit, null);
        var monday = week == null ? thisMonday : Ledger.mondayOf(week);
        var weeks = ledger.weeks(permit, monday);
        var view =
                views.everybody(
                        weeks,
                        records.claimed(permit, monday),
                        makeUps.of(permit, weeks, monday),
                        monday,
                        thisMonday,
                        payer,
                        risk);
        return new ModelAndView("chain/ledger", Map.of("frame", frame, "view", view));
    }

    @GetMapping("/{client}")
    @Requires(value = Action.LEDGER_VIEW, purpose = Permit.Purpose.PAYMENT, client = "client")
    ModelAndView client(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate week) {
        var monday = monday(permit, week);
        var days = ledger.days(permit, client, monday);
        var view =
                views.client(
                        client,
                        ledger.week(permit, client, monday).orElse(null),
                        days,
                        records.claimed(permit, client, monday),
                        monday,
                        home.today());
        return new ModelAndView("chain/clientWeek", Map.of("frame", frame, "view", view));
    }

    @GetMapping("/{client}/{date}")
    @Requires(value = Action.LEDGER_VIEW, purpose = Permit.Purpose.PAYMENT, client = "client")
    ModelAndView day(
            Permit permit, Frame frame, @PathVariable ClientId client, @PathVariable String date) {
        var day = date(date);
        var claimed =
                records.claimed(permit, client, Ledger.mondayOf(day))
                        .getOrDefault(day, JoinedRecords.Claimed.NOTHING);
        var found = ledger.reasons(permit, client, day);
        var limit =
                records.filingDays(permit, found.contract())
                        .map(days -> new FilesBy(day.plusDays(days), home.today()))
                        .orElse(null);
        var view = reasons.of(found, claimed, limit);
        return new ModelAndView("chain/reasons", Map.of("frame", frame, "view", view));
    }

    private LocalDate monday(Permit permit, @Nullable LocalDate asked) {
        return Ledger.mondayOf(asked == null ? home.today() : asked);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException noDate) {
            throw new NotFound();
        }
    }
}
