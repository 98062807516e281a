package care.trellis.cashier;

import care.trellis.base.Money;

/** No provider is set up: pages offer no payment by card. */
final class NoCards implements CardProvider {

    @Override
    public boolean available() {
        return false;
    }

    @Override
    public Opening open(CardSessionId session, Money amount, String returnAddress) {
        return new Opening.Failed("No provider of card payments is set up.");
    }

    @Override
    public Standing standing(String reference, Money amount) {
        return Standing.OPEN;
    }
}
