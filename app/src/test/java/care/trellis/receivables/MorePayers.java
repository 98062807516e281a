package care.trellis.receivables;

import static care.trellis.receivables.Books.answer;
import static care.trellis.receivables.Books.line;
import static care.trellis.receivables.Books.off;

import care.trellis.base.Ids;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.testing.Clinic;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Payers that stand behind the first one, a client's cards with them, and what they answer. */
@TestComponent
class MorePayers {

    static final Party SUMMIT = new Party("SUMMIT", "XV", "SUM1");
    static final String FIRST = "000000001-1";

    private final Clinic clinic;

    MorePayers(Clinic clinic) {
        this.clinic = clinic;
    }

    /** A payer with a contract; its code is the first letters of its name. */
    UUID contract(Clinic.Ward ward, String name, String form) {
        var payer = Ids.next();
        var contract = Ids.next();
        var code = name.substring(0, 3).toUpperCase(java.util.Locale.ROOT);
        clinic.write(
                ward,
                "insert into payers.payer (organization_id, id, name, payer_code) values (?, ?, ?, ?)",
                ward.organization().value(),
                payer,
                name,
                code + "1");
        clinic.write(
                ward,
                """
                insert into payers.contract (organization_id, id, payer_id, name, rule_set, claim_form,
                    claim_filing_code, type_of_bill, authorization_required, timely_filing_days, receiver_id,
                    effective_from, later_payer_days)
                values (?, ?, ?, ?, 'BCBSNC_COMMERCIAL_IOP', ?, 'CI', '13', false, 180, ?, '2020-01-01', 60)
                """,
                ward.organization().value(),
                contract,
                payer,
                name,
                form,
                code + "RECV");
        return contract;
    }

    /** A card of the client. */
    UUID card(
            Clinic.Ward ward,
            UUID client,
            UUID contract,
            String name,
            String memberId,
            int priority) {
        var card = Ids.next();
        clinic.write(
                ward,
                """
                insert into clients.coverage (organization_id, id, client_id, contract_id, payer_name, member_id, priority,
                    effective_from)
                values (?, ?, ?, ?, ?, ?, ?, '2020-01-01')
                """,
                ward.organization().value(),
                card,
                client,
                contract,
                name,
                memberId,
                priority);
        return card;
    }

    /** Each line of 315.00: 250.00 paid, 50.00 by contract, 15.00 left. */
    static PaidClaim decided(String status) {
        return answer(
                FIRST,
                status,
                line(FIRST, 1, 25_000, off("CO", "45", 5_000), off("PR", "3", 1_500)),
                line(FIRST, 2, 25_000, off("CO", "45", 5_000), off("PR", "3", 1_500)));
    }

    /** A second payer repeats as OA 23 what the first paid and took off. */
    static PaidClaim answered(String number, String status, long paid, long patient) {
        var before = off("OA", "23", 31_500 - 1_500);
        var rest = off("CO", "45", 1_500 - paid - patient);
        return answer(
                number,
                status,
                line(number, 1, paid, before, rest, off("PR", "2", patient)),
                line(number, 2, paid, before, rest, off("PR", "2", patient)));
    }
}
