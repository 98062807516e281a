package care.trellis.access;

import static care.trellis.base.Action.AUDIT_VIEW;
import static care.trellis.base.Action.STAFF_EDIT;
import static care.trellis.base.Action.STAFF_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Actor;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Role;
import care.trellis.organizations.SiteId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the accounts of an organization: who can sign in, as what, and where they work. Every
 * change ends the account's sessions. Links are handed over by the administrator; nothing is sent.
 */
@Service
public class Accounts {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountRecords records;
    private final CredentialRecords credentials;
    private final LinkRecords links;
    private final SignInSessions sessions;
    private final Audit audit;
    private final Once once;

    Accounts(
            AccountRecords records,
            CredentialRecords credentials,
            LinkRecords links,
            SignInSessions sessions,
            Audit audit,
            Once once) {
        this.records = records;
        this.credentials = credentials;
        this.links = links;
        this.sessions = sessions;
        this.audit = audit;
        this.once = once;
    }

    /** The account as it acts now, or nothing where it is locked or gone. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(UUID account) {
        return records.actor(account);
    }

    /** The same, with the name of its organization. */
    @Transactional(readOnly = true)
    Optional<AccountRecords.Acting> acting(UUID account) {
        return records.acting(account);
    }

    /** The name behind each account id, for those who read the record. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Permit permit) {
        permit.require(AUDIT_VIEW);
        var names = new LinkedHashMap<UUID, String>();
        records.accounts().forEach(it -> names.put(it.id().value(), it.name()));
        return names;
    }

    /** Every account, by name. */
    @Transactional(readOnly = true)
    public List<Account> all(Permit permit) {
        permit.require(STAFF_VIEW, STAFF_EDIT);
        return records.accounts();
    }

    /**
     * One account.
     *
     * @throws NotFound where this organization has no such account
     */
    @Transactional(readOnly = true)
    public Account one(Permit permit, AccountId id) {
        return all(permit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Makes an account and the link, good for seven days, with which the person takes it.
     *
     * @param key made with the form and becomes the account's id: a second press makes no second
     *     account, only a new link in place of the one that was not seen
     */
    @Transactional
    public Change<OneTimeLink> invite(Permit permit, UUID key, NewAccount account) {
        permit.require(STAFF_EDIT);
        var id = new AccountId(key);
        if (!stands(id)) {
            var added = add(permit, id, account);
            if (added instanceof Change.Refused<OneTimeLink> && !stands(id)) {
                return added;
            }
            if (once.first(permit, key, contentOf(account))) {
                return added;
            }
        } else {
            once.first(permit, key, contentOf(account));
        }
        return inviteAgain(permit, id);
    }

    /** The same for the founding of an organization, whose permit is the program's own. */
    Change<OneTimeLink> add(Permit permit, AccountId id, NewAccount account) {
        var problems = problems(account);
        problems.require(
                !problems.none() || records.add(id, account),
                "email",
                "EMAIL_TAKEN",
                "This e-mail cannot be used here; it signs in already.");
        if (!problems.none()) {
            return problems.refused();
        }
        audit.record(
                permit, "access.account", id.value(), null, "INVITED " + names(account.roles()));
        return new Change.Done<>(link(permit, id, LinkRecords.Kind.INVITATION));
    }

    /** A new link for somebody who has not taken the first one; the first one is void. */
    @Transactional
    public Change<OneTimeLink> inviteAgain(Permit permit, AccountId id) {
        permit.require(STAFF_EDIT);
        if (!one(permit, id).invited()) {
            return Change.refused(
                    "", "ALREADY_JOINED", "This person has joined; reset the password instead.");
        }
        audit.record(permit, "access.account", id.value(), null, "INVITED_AGAIN");
        return new Change.Done<>(link(permit, id, LinkRecords.Kind.INVITATION));
    }

    /** Replaces the roles and the sites of an account. */
    @Transactional
    public Change<AccountId> setRoles(
            Permit permit, AccountId id, Set<Role> roles, Set<SiteId> sites) {
        permit.require(STAFF_EDIT);
        one(permit, id);
        var problems =
                new Problems()
                        .require(
                                !roles.isEmpty(),
                                "roles",
                                "ROLE_MISSING",
                                "Choose at least one role; lock the account to take all access away.")
                        .require(
                                roles.contains(Role.ADMINISTRATOR) || othersAdminister(id),
                                "roles",
                                "LAST_ADMINISTRATOR",
                                "Somebody must stay administrator: make another person one first.");
        if (!problems.none()) {
            return problems.refused();
        }
        records.setRoles(id, roles, sites);
        return changed(permit, id, "ROLES " + names(roles));
    }

    /**
     * Changes the e-mail that somebody signs in with. Password and second factor stay; sessions and
     * links that are still open end, since they were handed to the old address.
     *
     * @param reason nothing is refused like a wrong address, so that a form may pass what it has
     */
    @Transactional
    public Change<AccountId> changeEmail(
            Permit permit, AccountId id, String email, @Nullable EmailChange reason) {
        permit.require(STAFF_EDIT);
        var standing = one(permit, id).email();
        var wanted = email.strip().toLowerCase(Locale.ROOT);
        var problems =
                email(new Problems(), wanted)
                        .require(
                                reason != null,
                                "reason",
                                "REASON_MISSING",
                                "Choose why the e-mail changes.")
                        .require(
                                !wanted.equals(standing),
                                "email",
                                "EMAIL_SAME",
                                "This is the e-mail that stands already.");
        problems.require(
                !problems.none() || records.changeEmail(id, standing, wanted),
                "email",
                "EMAIL_TAKEN",
                "This e-mail cannot be used here; it signs in already.");
        if (reason == null || !problems.none()) {
            return problems.refused();
        }
        links.voidAll(id);
        return changed(permit, id, "EMAIL_CHANGED " + reason);
    }

    /** Locks an account: its open pages end at their next request. */
    @Transactional
    public Change<AccountId> lock(Permit permit, AccountId id) {
        permit.require(STAFF_EDIT);
        one(permit, id);
        if (permit.actor().account().equals(id.value())) {
            return Change.refused("", "OWN_ACCOUNT", "You cannot lock your own account.");
        }
        if (!othersAdminister(id)) {
            return Change.refused(
                    "",
                    "LAST_ADMINISTRATOR",
                    "Somebody must stay administrator: make another person one first.");
        }
        records.lock(id);
        return changed(permit, id, "LOCKED");
    }

    /** Opens a locked account, whoever or whatever locked it. */
    @Transactional
    public Change<AccountId> unlock(Permit permit, AccountId id) {
        permit.require(STAFF_EDIT);
        one(permit, id);
        records.unlock(id);
        return changed(permit, id, "UNLOCKED");
    }

    /** Voids the password and makes a link, good for a day, to set another. The factor stays. */
    @Transactional
    public Change<OneTimeLink> resetPassword(Permit permit, AccountId id) {
        permit.require(STAFF_EDIT);
        one(permit, id);
        credentials.setPassword(id.value(), null);
        changed(permit, id, "PASSWORD_RESET");
        return new Change.Done<>(link(permit, id, LinkRecords.Kind.PASSWORD_RESET));
    }

    /**
     * Makes a link, good for a day, with which the person sets up a new second factor after showing
     * the password. Until then the old one stands, so that a known password alone opens nothing.
     */
    @Transactional
    public Change<OneTimeLink> resetFactor(Permit permit, AccountId id) {
        permit.require(STAFF_EDIT);
        if (one(permit, id).invited()) {
            return Change.refused(
                    "", "NOT_JOINED", "This person has not joined yet; invite them again instead.");
        }
        changed(permit, id, "FACTOR_RESET");
        return new Change.Done<>(link(permit, id, LinkRecords.Kind.FACTOR_RESET));
    }

    private Change<AccountId> changed(Permit permit, AccountId id, String what) {
        sessions.endAll(permit.organization(), id.value());
        audit.record(permit, "access.account", id.value(), null, what);
        return new Change.Done<>(id);
    }

    /**
     * The token begins with the organization, so that the link is found before anybody signs in.
     */
    private OneTimeLink link(Permit permit, AccountId id, LinkRecords.Kind kind) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        var organization = permit.organization().value();
        byte[] token =
                ByteBuffer.allocate(48)
                        .putLong(organization.getMostSignificantBits())
                        .putLong(organization.getLeastSignificantBits())
                        .put(random)
                        .array();
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        links.add(text, id, kind);
        return new OneTimeLink(id, "/invitation/" + text);
    }

    private boolean othersAdminister(AccountId id) {
        return records.accounts().stream()
                .anyMatch(it ->
                        !it.id().equals(id)
                                && it.roles().contains(Role.ADMINISTRATOR)
                                && !it.locked()
                                && !it.invited());
    }

    private boolean stands(AccountId id) {
        return records.accounts().stream().anyMatch(it -> it.id().equals(id));
    }

    private static String contentOf(NewAccount account) {
        return "account %s %s %s %s %s"
                .formatted(
                        account.email(),
                        account.name(),
                        names(account.roles()),
                        account.sites().stream().map(it -> it.value()).sorted().toList(),
                        account.staff());
    }

    private static Problems problems(NewAccount account) {
        return email(new Problems(), account.email())
                .text(account.name(), 80, "name", "the name")
                .require(
                        !account.roles().isEmpty(),
                        "roles",
                        "ROLE_MISSING",
                        "Choose at least one role.");
    }

    private static Problems email(Problems problems, String email) {
        return problems.require(
                email.matches("[^\\s@]{1,64}@[^\\s@]{1,190}"),
                "email",
                "EMAIL_FORM",
                "Enter an e-mail address such as name@clinic.example.");
    }

    private static String names(Set<Role> roles) {
        return String.join(",", roles.stream().map(Enum::name).sorted().toList());
    }
}
