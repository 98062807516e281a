package care.trellis.billing;

import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.ProviderAdjustment;
import care.trellis.engine.x12.remittances.RemittanceListener;
import care.trellis.organizations.BillingIdentity;

/** Listens for whom a file pays. */
final class Payees implements RemittanceListener {

    private final BillingIdentity we;
    private int payments;
    private boolean ours;

    Payees(BillingIdentity we) {
        this.we = we;
    }

    /** Whether there are payments, and none of them is ours. */
    boolean foreign() {
        return payments > 0 && !ours;
    }

    @Override
    public void payment(Payment payment) {
        payments++;
        ours |= isOurs(we, payment.payee());
    }

    @Override
    public void claim(PaidClaim claim) {}

    @Override
    public void adjustment(ProviderAdjustment adjustment) {}

    @Override
    public void end(boolean balanced) {}

    /** A payee that bears another NPI or tax id than ours is somebody else. */
    static boolean isOurs(BillingIdentity we, Party payee) {
        var id = payee.id();
        var qualifier = payee.qualifier();
        if (id == null || qualifier == null) {
            return true;
        }
        return switch (qualifier) {
            case "XX" -> id.equals(we.npi());
            case "FI" -> id.replace("-", "").equals(we.taxId());
            default -> true;
        };
    }
}
