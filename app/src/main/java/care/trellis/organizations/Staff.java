package care.trellis.organizations;

import static care.trellis.base.Action.ORGANIZATION_EDIT;
import static care.trellis.base.Action.ORGANIZATION_VIEW;
import static care.trellis.base.Action.STAFF_EDIT;
import static care.trellis.base.Action.STAFF_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to staff and what they are licensed to do. */
@Service
public class Staff {

    private final StaffRecords records;
    private final Audit audit;

    Staff(StaffRecords records, Audit audit) {
        this.records = records;
        this.audit = audit;
    }

    /** Everybody, those who left last. */
    @Transactional(readOnly = true)
    public List<StaffMember> all(Permit permit) {
        permit.require(ORGANIZATION_VIEW, ORGANIZATION_EDIT, STAFF_VIEW, STAFF_EDIT);
        return records.staff();
    }

    /**
     * One member of staff.
     *
     * @throws NotFound where this organization has no such person
     */
    @Transactional(readOnly = true)
    public StaffMember one(Permit permit, StaffId id) {
        return all(permit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Takes somebody on. */
    @Transactional
    public Change<StaffId> add(Permit permit, StaffDetails details) {
        permit.require(ORGANIZATION_EDIT);
        var problems = details.problems();
        if (!problems.none()) {
            return problems.refused();
        }
        var id = new StaffId(Ids.next());
        records.add(id, details);
        audit.record(permit, "organizations.staff", id.value(), null, "ADDED");
        return new Change.Done<>(id);
    }

    /** Writes name, NPI or last day anew. What was signed keeps the name it was signed with. */
    @Transactional
    public Change<StaffId> change(Permit permit, StaffId id, StaffDetails details) {
        permit.require(ORGANIZATION_EDIT);
        one(permit, id);
        var problems = details.problems();
        if (!problems.none()) {
            return problems.refused();
        }
        records.change(id, details);
        audit.record(permit, "organizations.staff", id.value(), null, "CHANGED");
        return new Change.Done<>(id);
    }

    /** Adds a credential. Refused: the same one twice from the same day. */
    @Transactional
    public Change<UUID> addCredential(Permit permit, StaffId staff, CredentialDetails details) {
        permit.require(ORGANIZATION_EDIT);
        return write(permit, staff, null, details);
    }

    /**
     * Writes a credential anew, such as its expiry after a renewal.
     *
     * @throws NotFound where this person has no such credential
     */
    @Transactional
    public Change<UUID> changeCredential(
            Permit permit, StaffId staff, UUID credential, CredentialDetails details) {
        permit.require(ORGANIZATION_EDIT);
        return write(permit, staff, credential, details);
    }

    private Change<UUID> write(
            Permit permit, StaffId staff, @Nullable UUID credential, CredentialDetails details) {
        var held = one(permit, staff).credentials();
        if (credential != null && held.stream().noneMatch(it -> it.id().equals(credential))) {
            throw new NotFound();
        }
        boolean taken =
                held.stream()
                        .anyMatch(it ->
                                !it.id().equals(credential)
                                        && it.details().code().equals(details.code())
                                        && Objects.equals(
                                                it.details().validFrom(), details.validFrom()));
        var problems =
                details.problems()
                        .require(
                                !taken,
                                "code",
                                "CREDENTIAL_ON_RECORD",
                                "This credential is on record from that day; change that one.");
        if (!problems.none()) {
            return problems.refused();
        }
        var id = credential == null ? Ids.next() : credential;
        if (credential == null) {
            records.addCredential(id, staff, details);
        } else {
            records.changeCredential(id, staff, details);
        }
        audit.record(
                permit,
                "organizations.credential",
                id,
                null,
                credential == null ? "ADDED" : "CHANGED");
        return new Change.Done<>(id);
    }
}
