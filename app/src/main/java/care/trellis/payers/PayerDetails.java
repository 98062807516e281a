package care.trellis.payers;

import care.trellis.base.Problems;

/**
 * A payer.
 *
 * @param payerCode as the payer calls itself on claims (NM109 of loop 2010BB)
 */
public record PayerDetails(String name, String payerCode) {

    public PayerDetails {
        name = name.strip();
        payerCode = payerCode.strip();
    }

    Problems problems() {
        return new Problems()
                .text(name, 60, "name", "the payer's name")
                .text(payerCode, 80, "payerCode", "the payer's id");
    }
}
