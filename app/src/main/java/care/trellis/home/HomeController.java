package care.trellis.home;

import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.web.Frame;
import care.trellis.web.Inbox;
import care.trellis.web.Waiting;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The home page: one inbox per person, filled by every room that has work for people. */
@Controller
class HomeController {

    private static final int SHOWN = 30;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private final List<Inbox> inboxes;

    HomeController(List<Inbox> inboxes) {
        this.inboxes = inboxes;
    }

    @GetMapping("/")
    @Requires(value = Action.OWN_ACCOUNT, purpose = Permit.Purpose.OPERATIONS)
    @Transactional
    ModelAndView home(Permit permit, Frame frame) {
        var waiting =
                inboxes.stream()
                        .flatMap(inbox -> inbox.waiting(permit).stream())
                        .sorted(Waiting.ORDER)
                        .toList();
        return new ModelAndView(
                "home/home",
                Map.of(
                        "page",
                        frame.page(
                                "home",
                                "What needs you",
                                "Safety first, then the oldest, then the dollars"),
                        "view",
                        view(waiting, frame)));
    }

    private static HomeView view(List<Waiting> waiting, Frame frame) {
        return new HomeView(
                waiting.size(),
                count(waiting, Waiting.Urgency.SAFETY),
                count(waiting, Waiting.Urgency.DEADLINE),
                waiting.stream().map(Waiting::amount).reduce(Money.ZERO, Money::plus).text(),
                waiting.stream().limit(SHOWN).map(HomeController::item).toList(),
                Math.max(0, waiting.size() - SHOWN),
                frame.menu().stream()
                        .filter(entry -> !entry.key().equals("home"))
                        .map(entry -> new HomeView.Place(entry.label(), entry.icon(), entry.path()))
                        .toList());
    }

    private static int count(List<Waiting> waiting, Waiting.Urgency urgency) {
        return (int) waiting.stream().filter(one -> one.urgency() == urgency).count();
    }

    private static HomeView.Item item(Waiting waiting) {
        return new HomeView.Item(
                waiting.urgency() == Waiting.Urgency.SAFETY,
                DAY.format(waiting.due()),
                waiting.client(),
                waiting.what(),
                waiting.owner(),
                waiting.amount().equals(Money.ZERO) ? "" : waiting.amount().text(),
                waiting.path());
    }
}
