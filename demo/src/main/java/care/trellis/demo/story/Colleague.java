package care.trellis.demo.story;

import static care.trellis.base.Role.ADMINISTRATOR;
import static care.trellis.base.Role.ADMISSIONS;
import static care.trellis.base.Role.BILLER;
import static care.trellis.base.Role.CLINICIAN;
import static care.trellis.base.Role.COMPLIANCE;
import static care.trellis.base.Role.DIRECTOR;
import static care.trellis.base.Role.FRONT_DESK;
import static care.trellis.base.Role.PRESCRIBER;
import static care.trellis.base.Role.UTILIZATION_REVIEWER;

import care.trellis.base.Role;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those who work there. Every role is held by somebody, so that each can be tried. */
public enum Colleague {
    DANA("Dana", "Okafor", null, null, null, DIRECTOR),
    RUTH("Ruth", "Lindqvist", null, null, null, ADMINISTRATOR),
    OMAR("Omar", "Castellan", null, null, null, ADMISSIONS),
    FAYE("Faye", "Duarte", null, null, Place.HOLLOW, FRONT_DESK),
    GIL("Gil", "Tso", null, null, Place.MESA, FRONT_DESK),
    MARIA("Maria", "Ortiz", "LCSW", "1999999919", Place.HOLLOW, CLINICIAN),
    JIN("Jin", "Kim", "LPC", "1999999927", Place.HOLLOW, CLINICIAN),
    SELMA("Selma", "Aydin", "LCSW", "1999999935", Place.MESA, CLINICIAN),
    TOMAS("Tomas", "Reyes", "LPC", "1999999943", Place.MESA, CLINICIAN),
    IVY("Ivy", "Thornton", "LPC", "1999999968", Place.MESA, CLINICIAN),
    DEVAN("Devan", "Brightwater", "LCSW", "1999999976", Place.MESA, CLINICIAN),
    NADIA("Nadia", "Haddad", "PMHNP", "1999999950", null, PRESCRIBER),
    UMA("Uma", "Petrov", null, null, null, UTILIZATION_REVIEWER),
    BEN("Benoit", "Marsh", null, null, null, BILLER),
    CORA("Cora", "Whitfield", null, null, null, COMPLIANCE);

    /**
     * The password of every account of the demo; it stands on the console and opens nothing else.
     */
    public static final String PASSWORD = "juniper-hollow-mesa";

    private final String given;
    private final String family;
    private final @Nullable String credential;
    private final @Nullable String npi;
    private final @Nullable Place place;
    private final Role role;

    Colleague(
            String given,
            String family,
            @Nullable String credential,
            @Nullable String npi,
            @Nullable Place place,
            Role role) {
        this.given = given;
        this.family = family;
        this.credential = credential;
        this.npi = npi;
        this.place = place;
        this.role = role;
    }

    /** The first name. */
    public String given() {
        return given;
    }

    /** The last name. */
    public String family() {
        return family;
    }

    /** First and last name. */
    public String fullName() {
        return given + " " + family;
    }

    /** The licence, for those who lead groups: they have a staff record. */
    public Optional<String> credential() {
        return Optional.ofNullable(credential);
    }

    /** An example number with a right check digit. */
    public @Nullable String npi() {
        return npi;
    }

    /** The one site where they work, or none for both. */
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** What they are. */
    public Role role() {
        return role;
    }

    /** The address they sign in with. */
    public String email(String domain) {
        return given.toLowerCase(Locale.ROOT) + "@" + domain;
    }

    /** The desk of a site. */
    public static Colleague deskAt(Place place) {
        return place == Place.HOLLOW ? FAYE : GIL;
    }
}
