package care.trellis.organizations;

import static care.trellis.base.Action.AUTHORIZATION_EDIT;
import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;
import static care.trellis.base.Action.CASHIER_TAKE;
import static care.trellis.base.Action.CASHIER_VIEW;
import static care.trellis.base.Action.CLAIM_SUBMIT;
import static care.trellis.base.Action.CLAIM_VIEW;
import static care.trellis.base.Action.ORGANIZATION_EDIT;
import static care.trellis.base.Action.ORGANIZATION_VIEW;
import static care.trellis.base.Action.OWN_ACCOUNT;
import static care.trellis.base.Action.REMITTANCE_POST;
import static care.trellis.base.Action.WRITE_OFF_APPROVE;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to an organization itself: its founding and who it is on a claim. */
@Service
public class Organizations {

    private final OrganizationRecords records;
    private final Audit audit;
    private final Clock clock;

    Organizations(OrganizationRecords records, Audit audit, Clock clock) {
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Founds the organization that the permit is good in. The caller made its id and works inside
     * it.
     */
    @Transactional
    public Change<OrganizationId> found(Permit permit, BillingIdentity identity) {
        permit.require(ORGANIZATION_EDIT);
        var problems = identity.problems();
        if (!problems.none()) {
            return problems.refused();
        }
        var organization = permit.organization();
        records.add(organization, identity, clock.instant());
        audit.record(permit, "organizations.organization", organization.value(), null, "FOUNDED");
        return new Change.Done<>(organization);
    }

    /** Who the organization is; those who bill read it too. */
    @Transactional(readOnly = true)
    public BillingIdentity identity(Permit permit) {
        permit.require(
                ORGANIZATION_VIEW,
                ORGANIZATION_EDIT,
                CLAIM_VIEW,
                CLAIM_SUBMIT,
                REMITTANCE_POST,
                WRITE_OFF_APPROVE,
                AUTHORIZATION_EDIT,
                BENEFIT_VIEW,
                BENEFIT_EDIT,
                CASHIER_VIEW,
                CASHIER_TAKE);
        return records.identity(permit.organization());
    }

    /** The organization's name, which everybody in it may read. */
    @Transactional(readOnly = true)
    public String name(Permit permit) {
        permit.require(OWN_ACCOUNT);
        return records.identity(permit.organization()).name();
    }

    /** Writes the identity anew. Claims already made keep what they carried. */
    @Transactional
    public Change<OrganizationId> change(Permit permit, BillingIdentity identity) {
        permit.require(ORGANIZATION_EDIT);
        var problems = identity.problems();
        if (!problems.none()) {
            return problems.refused();
        }
        var organization = permit.organization();
        records.change(organization, identity);
        audit.record(permit, "organizations.organization", organization.value(), null, "CHANGED");
        return new Change.Done<>(organization);
    }
}
