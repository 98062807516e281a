package care.trellis.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The two sites, in two time zones, one of which never changes its clock. Both are invented. */
public enum Place {
    HOLLOW(
            "Juniper Hollow",
            "America/New_York",
            "1679576722",
            "12 Example Lane",
            "Sampleton",
            "NC",
            "275000001"),
    MESA(
            "Juniper Mesa",
            "America/Phoenix",
            "1234567893",
            "340 Invented Road",
            "Specimen",
            "AZ",
            "850000001");

    private final String label;
    private final ZoneId zone;
    private final String npi;
    private final String street;
    private final String city;
    private final String state;
    private final String postalCode;

    Place(
            String label,
            String zone,
            String npi,
            String street,
            String city,
            String state,
            String postalCode) {
        this.label = label;
        this.zone = ZoneId.of(zone);
        this.npi = npi;
        this.street = street;
        this.city = city;
        this.state = state;
        this.postalCode = postalCode;
    }

    /** The site's name. */
    public String label() {
        return label;
    }

    /** Its time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Under which it bills; the check digit is right, the number is an example. */
    public String npi() {
        return npi;
    }

    /** Street and number, invented. */
    public String street() {
        return street;
    }

    /** The city, invented. */
    public String city() {
        return city;
    }

    /** Two letters; the time zone is the state's. */
    public String state() {
        return state;
    }

    /** Nine digits, of no real place. */
    public String postalCode() {
        return postalCode;
    }

    /** The instant at which the clock on this site's wall shows the time. */
    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
