package care.trellis.cashier;

import care.trellis.base.Money;

/** No provider is set up: pages offer no payment by card. */
final class NoCards implements CardProvider {

    @Override
    public boolean available() {
        return false;
    }

    @Override
    public Page open(CardSessionId session, Money amount, String returnPath) {
        throw new IllegalStateException("No provider of card payments is set up");
    }

    @Override
    public Standing standing(String reference) {
        return Standing.OPEN;
    }
}
