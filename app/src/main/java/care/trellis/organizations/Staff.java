package care.trellis.organizations;

import static care.trellis.base.Action.ORGANIZATION_EDIT;
import static care.trellis.base.Action.ORGANIZATION_VIEW;
import static care.trellis.base.Action.STAFF_EDIT;
import static care.trellis.base.Action.STAFF_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to staff and what they are licensed to do. */
@Service
public class Staff {

    private final StaffRecords records;
    private final Audit audit;
    private final Once once;

    Staff(StaffRecords records, Audit audit, Once once) {
        this.records = records;
        this.audit = audit;
        this.once = once;
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

    /**
     * Takes somebody on.
     *
     * @param key made with the form, so that a second press adds nothing; becomes the new id
     */
    @Transactional
    public Change<StaffId> add(Permit permit, UUID key, StaffDetails details) {
        permit.require(ORGANIZATION_EDIT);
        var problems = details.problems();
        if (!problems.none()) {
            return problems.refused();
        }
        var id = new StaffId(key);
        if (once.first(permit, key, "staff " + Fields.of(details))) {
            records.add(id, details);
            audit.record(permit, "organizations.staff", key, null, "ADDED");
        }
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

    /**
     * Adds a credential. Refused: the same one twice from the same day.
     *
     * @param key made with the form, so that a second press adds nothing; becomes the new id
     */
    @Transactional
    public Change<UUID> addCredential(
            Permit permit, UUID key, StaffId staff, CredentialDetails details) {
        permit.require(ORGANIZATION_EDIT);
        var problems = problems(one(permit, staff), key, details);
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "credential " + staff + details)) {
            records.addCredential(key, staff, details);
            audit.record(permit, "organizations.credential", key, null, "ADDED");
        }
        return new Change.Done<>(key);
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
        var member = one(permit, staff);
        if (member.credentials().stream().noneMatch(it -> it.id().equals(credential))) {
            throw new NotFound();
        }
        var problems = problems(member, credential, details);
        if (!problems.none()) {
            return problems.refused();
        }
        records.changeCredential(credential, staff, details);
        audit.record(permit, "organizations.credential", credential, null, "CHANGED");
        return new Change.Done<>(credential);
    }

    private static Problems problems(
            StaffMember member, UUID credential, CredentialDetails details) {
        boolean taken =
                member.credentials().stream()
                        .anyMatch(it ->
                                !it.id().equals(credential)
                                        && it.details().code().equals(details.code())
                                        && Objects.equals(
                                                it.details().validFrom(), details.validFrom()));
        return details.problems()
                .require(
                        !taken,
                        "code",
                        "CREDENTIAL_ON_RECORD",
                        "This credential is on record from that day; change that one.");
    }
}
