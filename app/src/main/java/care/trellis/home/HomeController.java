package care.trellis.home;

import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.Role;
import care.trellis.ledger.Ledger;
import care.trellis.ledger.OpenItem;
import care.trellis.web.Frame;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The home page: one inbox per person, oldest first, then by the dollars that hang on it. */
@Controller
class HomeController {

    private static final int SHOWN = 30;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private final Ledger ledger;

    HomeController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/")
    @Requires(value = Action.OWN_ACCOUNT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView home(Permit permit, Frame frame) {
        var items = new ArrayList<OpenItem>();
        for (Role role : permit.actor().roles()) {
            items.addAll(ledger.openItems(permit, role));
        }
        items.sort(
                Comparator.comparing(OpenItem::date)
                        .thenComparing(Comparator.comparing(OpenItem::amount).reversed()));
        return new ModelAndView(
                "home/home",
                Map.of(
                        "page",
                        frame.page("home", "What needs you", "Oldest first"),
                        "view",
                        view(items, frame)));
    }

    private static HomeView view(List<OpenItem> items, Frame frame) {
        var notes = items.stream().filter(item -> item.reason().equals("NOTE_NOT_SIGNED")).toList();
        return new HomeView(
                String.valueOf(items.size()),
                sum(items).text(),
                String.valueOf(notes.size()),
                sum(notes).text(),
                items.stream().limit(SHOWN).map(HomeController::item).toList(),
                Math.max(0, items.size() - SHOWN),
                frame.menu().stream()
                        .filter(entry -> !entry.key().equals("home"))
                        .map(entry -> new HomeView.Place(entry.label(), entry.icon(), entry.path()))
                        .toList());
    }

    private static Money sum(List<OpenItem> items) {
        return items.stream().map(OpenItem::amount).reduce(Money.ZERO, Money::plus);
    }

    private static HomeView.Item item(OpenItem item) {
        return new HomeView.Item(
                DAY.format(item.date()),
                item.name(),
                sentence(item.fix()),
                item.owner().label(),
                item.amount().text(),
                "/ledger/" + item.client().value() + "/" + item.date());
    }

    private static String sentence(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
