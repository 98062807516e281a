package care.trellis.organizations;

import care.trellis.base.Problems;
import care.trellis.base.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff.
 *
 * @param npi of the person, where they have one
 * @param leftOn the last day, once they leave
 */
public record StaffDetails(
        String givenName, String familyName, @Nullable String npi, @Nullable LocalDate leftOn) {

    public StaffDetails {
        givenName = givenName.strip();
        familyName = familyName.strip();
        npi = Text.clean(npi);
    }

    /** Somebody of whom the name is known. */
    public static StaffDetails named(String givenName, String familyName) {
        return new StaffDetails(givenName, familyName, null, null);
    }

    /** Names no person: logs may hold it. */
    @Override
    public String toString() {
        return "StaffDetails[]";
    }

    Problems problems() {
        var problems =
                new Problems()
                        .text(givenName, 35, "givenName", "the first name")
                        .text(familyName, 60, "familyName", "the last name");
        Fields.npi(problems, npi);
        return problems;
    }
}
