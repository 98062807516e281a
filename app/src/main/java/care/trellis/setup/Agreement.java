package care.trellis.setup;

import care.trellis.base.Problem;
import care.trellis.payers.ContractDetails;
import care.trellis.payers.PayerDetails;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A payer that a setup puts under contract, so that clients are judged by its rules from the first
 * day on. Codes of claims begin as most contracts of a program have them, and are completed under
 * Payers and contracts with the fees.
 *
 * @param number of its row, from 1
 * @param code as the payer calls itself on claims
 * @param ruleSet id of a rulebook in the library
 */
public record Agreement(int number, String payer, String code, String ruleSet) {

    /** How many one setup can name. */
    public static final int MOST = 3;

    private static final int TIMELY_DAYS = 90;
    private static final int LONGEST_RECEIVER = 15;

    /** The rows of a draft in which something stands. */
    static List<Agreement> read(Draft draft) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(number ->
                        new Agreement(
                                number,
                                draft.answer("payer" + number).strip(),
                                draft.answer("payerCode" + number).strip(),
                                draft.answer("payerRules" + number).strip()))
                .filter(one -> !(one.payer + one.code + one.ruleSet).isEmpty())
                .toList();
    }

    /** What is missing in the rows, each at its field. */
    static List<Problem> wrong(List<Agreement> agreements) {
        var wrong = new ArrayList<Problem>();
        for (var one : agreements) {
            if (one.payer.isEmpty()) {
                wrong.add(one.problem("payer", "Name the payer."));
            }
            if (one.code.isEmpty() || one.code.length() > LONGEST_RECEIVER) {
                wrong.add(one.problem("payerCode", "Enter the payer's id, at most 15 characters."));
            }
            if (one.ruleSet.isEmpty()) {
                wrong.add(one.problem("payerRules", "Choose the rules this payer pays by."));
            }
            if (agreements.stream()
                    .anyMatch(other ->
                            other.number < one.number && other.payer.equalsIgnoreCase(one.payer))) {
                wrong.add(one.problem("payer", "This payer stands above already."));
            }
        }
        return wrong;
    }

    private Problem problem(String field, String fix) {
        return new Problem(field + number, "SETUP", fix);
    }

    PayerDetails details() {
        return new PayerDetails(payer, code);
    }

    /** The contract as it begins. */
    ContractDetails contract(LocalDate from) {
        return new ContractDetails(
                payer + " " + from.getYear(),
                ruleSet,
                "837I",
                "CI",
                "13",
                null,
                true,
                TIMELY_DAYS,
                code,
                from,
                null);
    }
}
