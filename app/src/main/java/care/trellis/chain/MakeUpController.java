package care.trellis.chain;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.ledger.Ledger;
import care.trellis.placement.Answered;
import care.trellis.placement.MakeUpOffers;
import care.trellis.sessions.SessionId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A week that falls short, what can make up for it, and what the client says to it. */
@Controller
@RequestMapping("/ledger/{client}/make-ups/{monday}")
class MakeUpController {

    private final MakeUpViews views;
    private final MakeUpOffers offers;

    MakeUpController(MakeUpViews views, MakeUpOffers offers) {
        this.views = views;
        this.offers = offers;
    }

    @GetMapping
    @Requires(value = Action.LEDGER_VIEW, client = "client")
    ModelAndView find(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate monday,
            @RequestParam(defaultValue = "") String said) {
        return page(permit, frame, client, monday, Form.empty(), said);
    }

    @PostMapping
    @Requires(value = Action.MAKE_UP_OFFER, client = "client")
    ModelAndView offer(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate monday,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var sessions = form.all("session").stream().map(SessionId::of).toList();
        return Saving.save(
                form,
                () -> offered(permit, form, client, monday, sessions),
                path(client, monday),
                () -> page(permit, frame, client, monday, form, ""));
    }

    private Change<UUID> offered(
            Permit permit, Form form, ClientId client, LocalDate monday, List<SessionId> sessions) {
        try {
            return offers.offer(permit, form.key(), client, monday, sessions, form.ticked("text"));
        } catch (MakeUpOffers.SeatGone gone) {
            return new Change.Refused<>(
                    List.of(
                            new Problem(
                                    "session",
                                    "SEAT_GONE",
                                    "A seat went to somebody else this moment. What is free now stands below; nothing was offered.")));
        }
    }

    @PostMapping("/{offer}/answer")
    @Requires(value = Action.MAKE_UP_OFFER, client = "client")
    ModelAndView answer(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate monday,
            @PathVariable UUID offer,
            @RequestParam int choice) {
        var back = new ModelAndView("redirect:" + path(client, monday));
        if (choice == 0) {
            offers.decline(permit, offer);
            return back;
        }
        if (choice != 1 && choice != 2) {
            throw new NotFound();
        }
        return switch (offers.take(permit, offer, choice)) {
            case Answered.Taken _ -> back;
            case Answered.TooLate _ ->
                    new ModelAndView("redirect:" + path(client, monday) + "?said=late");
            case Answered.Before _ ->
                    new ModelAndView("redirect:" + path(client, monday) + "?said=before");
        };
    }

    private ModelAndView page(
            Permit permit, Frame frame, ClientId client, LocalDate monday, Form form, String said) {
        if (!monday.equals(Ledger.mondayOf(monday))) {
            throw new NotFound();
        }
        return new ModelAndView("chain/makeUps")
                .addObject("frame", frame)
                .addObject("view", views.view(permit, client, monday, form, said));
    }

    static String path(ClientId client, LocalDate monday) {
        return "/ledger/%s/make-ups/%s".formatted(client.value(), monday);
    }
}
