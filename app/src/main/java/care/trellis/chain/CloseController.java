package care.trellis.chain;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.ledger.DayCloses;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The close of a day: which days stand open, what was open in each, and the reopening. */
@Controller
@RequestMapping("/ledger/close")
class CloseController {

    /** Two weeks: what is older is found through its week. */
    private static final int DAYS = 14;

    private final DayCloses closes;
    private final CloseViews views;
    private final HomeTime home;
    private final Access access;

    CloseController(DayCloses closes, CloseViews views, HomeTime home, Access access) {
        this.closes = closes;
        this.views = views;
        this.home = home;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.LEDGER_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView days(Permit permit, Frame frame) {
        return new ModelAndView(
                "chain/closes",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        views.days(closes.standings(permit, DAYS), home.today())));
    }

    @GetMapping("/{site}/{date}")
    @Requires(value = Action.LEDGER_VIEW, purpose = Permit.Purpose.PAYMENT, site = "site")
    ModelAndView day(
            Permit permit, Frame frame, @PathVariable UUID site, @PathVariable String date) {
        return page(permit, frame, site, date(date), Form.empty().with("key", Ids.next()));
    }

    @PostMapping("/{site}/{date}")
    @Requires(value = Action.DAY_CLOSE, purpose = Permit.Purpose.PAYMENT, site = "site")
    ModelAndView close(
            Permit permit,
            Frame frame,
            @PathVariable UUID site,
            @PathVariable String date,
            @RequestParam MultiValueMap<String, String> sent) {
        var day = date(date);
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> closes.close(permit, site, day, form.key()),
                CloseViews.path(site, day),
                () -> page(permit, frame, site, day, form));
    }

    @PostMapping("/{site}/{date}/reopening")
    @Requires(value = Action.DAY_CLOSE, purpose = Permit.Purpose.PAYMENT, site = "site")
    ModelAndView reopen(
            Permit permit,
            Frame frame,
            @PathVariable UUID site,
            @PathVariable String date,
            @RequestParam MultiValueMap<String, String> sent) {
        var day = date(date);
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> closes.reopen(permit, site, day, form.value("reason"), form.key()),
                CloseViews.path(site, day),
                () -> page(permit, frame, site, day, form));
    }

    private ModelAndView page(Permit permit, Frame frame, UUID site, LocalDate date, Form form) {
        boolean closer = access.mayByRole(permit.actor(), Action.DAY_CLOSE);
        var view = views.day(closes.of(permit, site, date), form, closer);
        return new ModelAndView("chain/close", Map.of("frame", frame, "view", view));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new NotFound();
        }
    }
}
