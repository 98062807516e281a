package care.trellis.access;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.organizations.BillingIdentity;
import care.trellis.organizations.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Founds an organization with its first administrator, both or neither. There is nobody yet who
 * could be permitted to; so the callers are few: the first run, which asks for the set-up code, and
 * the synthetic clinic.
 */
@Service
public class Founding {

    /** What was founded. */
    public record Founded(OrganizationId organization, AccountId administrator) {}

    private final TransactionTemplate transaction;
    private final Organizations organizations;
    private final Accounts accounts;
    private final CredentialRecords credentials;
    private final Passwords passwords;

    Founding(
            TransactionTemplate transaction,
            Organizations organizations,
            Accounts accounts,
            CredentialRecords credentials,
            Passwords passwords) {
        this.transaction = transaction;
        this.organizations = organizations;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
    }

    /**
     * Founds. The administrator signs in with this password and sets up a second factor then.
     *
     * @param administrator with the role of administrator, and any other that they hold as well
     */
    public Change<Founded> found(
            BillingIdentity identity, NewAccount administrator, String password) {
        var problems = passwords.problems(password, administrator.email(), administrator.name());
        if (!problems.none()) {
            return problems.refused();
        }
        String hash = passwords.hash(password);
        var organization = new OrganizationId(Ids.next());
        return OrganizationContext.in(
                organization,
                () ->
                        transaction.execute(status -> {
                            var outcome = write(organization, identity, administrator, hash);
                            if (outcome instanceof Change.Refused<Founded>) {
                                status.setRollbackOnly();
                            }
                            return outcome;
                        }));
    }

    private Change<Founded> write(
            OrganizationId organization,
            BillingIdentity identity,
            NewAccount administrator,
            String hash) {
        var permit =
                Access.system(organization, Action.ORGANIZATION_EDIT, Permit.Purpose.OPERATIONS);
        if (organizations.found(permit, identity)
                instanceof Change.Refused<OrganizationId>(var problems)) {
            return new Change.Refused<>(problems);
        }
        return switch (accounts.add(permit, new AccountId(Ids.next()), administrator)) {
            case Change.Refused<OneTimeLink>(var problems) -> new Change.Refused<>(problems);
            case Change.Done<OneTimeLink>(var link) -> {
                credentials.setPassword(link.account().value(), hash);
                yield new Change.Done<>(new Founded(organization, link.account()));
            }
        };
    }
}
