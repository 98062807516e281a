package care.trellis.organizations;

import care.trellis.base.Problems;
import care.trellis.base.Text;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a site.
 *
 * @param timeZone an IANA zone such as {@code America/New_York}; chosen by a person, never derived
 *     from a state, because eleven states lie in two zones
 * @param npi where the site bills under its own
 */
public record SiteDetails(
        String name,
        String timeZone,
        @Nullable String npi,
        @Nullable String addressLine,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode) {

    public SiteDetails {
        name = name.strip();
        timeZone = timeZone.strip();
        npi = Text.clean(npi);
        addressLine = Text.clean(addressLine);
        city = Text.clean(city);
        state = Fields.upper(state);
        postalCode = Fields.digits(postalCode);
    }

    /** A site of which name and zone are known. */
    public static SiteDetails of(String name, String timeZone) {
        return new SiteDetails(name, timeZone, null, null, null, null, null);
    }

    Problems problems() {
        var problems =
                new Problems()
                        .text(name, 60, "name", "the site's name")
                        .require(
                                !timeZone.isEmpty(),
                                "timeZone",
                                "MISSING",
                                "Choose the time zone in which this site keeps its hours.")
                        .require(
                                timeZone.isEmpty()
                                        || ZoneId.getAvailableZoneIds().contains(timeZone),
                                "timeZone",
                                "TIME_ZONE_UNKNOWN",
                                "This time zone is not known; choose one from the list.");
        Fields.npi(problems, npi);
        Fields.address(problems, addressLine, city, state, postalCode);
        return problems;
    }
}
