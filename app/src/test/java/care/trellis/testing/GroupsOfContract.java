package care.trellis.testing;

import care.trellis.base.Ids;
import care.trellis.testing.Clinic.Ward;

/** What a contract says otherwise about the size of groups than the payer's own rules. */
public final class GroupsOfContract {

    private GroupsOfContract() {}

    /**
     * Lets groups of this payer be larger or smaller: one proposed it from a letter of the payer,
     * another published it.
     *
     * @param most clients in a group, where the rules of AHCCCS say eight
     */
    public static void allow(Clinic clinic, Ward ward, int most) {
        var change = Ids.next();
        var author = Ids.next();
        clinic.write(
                ward,
                """
                insert into payers.rule_proposal (organization_id, id, contract_id, rule_set, path, value, before, reason,
                    from_date, author_id, author_name, proposed_at)
                values (?, ?, ?, 'AZ_AHCCCS_S9480', 'rules/group-size/at_most', ?, '8', 'Letter of January',
                    '2026-01-01', ?, 'Ruth Bell', now())
                """,
                ward.organization().value(),
                change,
                ward.contract(),
                String.valueOf(most),
                author);
        clinic.write(
                ward,
                """
                insert into payers.rule_answer (organization_id, proposal_id, author_id, published, replay_id, account_id,
                    account_name, answered_at)
                values (?, ?, ?, true, ?, ?, 'Dana Moss', now())
                """,
                ward.organization().value(),
                change,
                author,
                Ids.next(),
                Ids.next());
    }
}
