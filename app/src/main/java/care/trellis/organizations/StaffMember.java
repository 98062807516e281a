package care.trellis.organizations;

import java.util.List;
import java.util.UUID;

/** A member of staff with all credentials, the newest first. */
public record StaffMember(StaffId id, StaffDetails details, List<Credential> credentials) {

    /** One credential on record. */
    public record Credential(UUID id, CredentialDetails details) {}

    public StaffMember {
        credentials = List.copyOf(credentials);
    }

    /** First and last name. */
    public String name() {
        return details.givenName() + " " + details.familyName();
    }
}
