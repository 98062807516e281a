package care.trellis.cashier;

import care.trellis.base.Money;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stand-in for a provider, for the demo and for tests: its page has two buttons and asks for no
 * card. It forgets with the program.
 */
public final class PracticeCards implements CardProvider {

    private record Begun(Standing standing, Money amount, String returnAddress) {}

    private final Map<String, Begun> opened = new ConcurrentHashMap<>();

    PracticeCards() {}

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Opening open(CardSessionId session, Money amount, String returnAddress) {
        var reference = "practice-" + session.value();
        opened.putIfAbsent(reference, new Begun(Standing.OPEN, amount, returnAddress));
        return new Opening.Opened(reference, "/practice-cards/" + session.value());
    }

    @Override
    public Standing standing(String reference, Money amount) {
        var found = opened.get(reference);
        return found == null ? Standing.OPEN : found.standing();
    }

    /** The amount that a page asks for; nothing for a page that was never opened. */
    public Money amount(CardSessionId session) {
        var found = opened.get("practice-" + session.value());
        return found == null ? Money.ZERO : found.amount();
    }

    /**
     * Presses one of the two buttons.
     *
     * @return where the browser goes then
     */
    public String press(CardSessionId session, boolean paid) {
        var pressed =
                opened.computeIfPresent(
                        "practice-" + session.value(),
                        (reference, page) ->
                                page.standing() == Standing.OPEN
                                        ? new Begun(
                                                paid ? Standing.PAID : Standing.DECLINED,
                                                page.amount(),
                                                page.returnAddress())
                                        : page);
        return pressed == null ? "/" : pressed.returnAddress();
    }
}
