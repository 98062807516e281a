package care.trellis.clients;

import java.time.LocalDate;
import java.time.Period;

/**
 * Who somebody is and how to reach them. Empty text means not recorded; text is stripped, and
 * refused where it is too long to be meant.
 *
 * @param birthDate not before 1880
 * @param state the two letters of the postal service, or whatever an import said
 */
public record Person(
        String givenName,
        String familyName,
        String pronouns,
        LocalDate birthDate,
        Sex sex,
        String phone,
        String email,
        Address address) {

    /** Where mail arrives; empty text means not recorded. */
    public record Address(String line, String city, String state, String postalCode) {

        /** No address on record. */
        public static final Address NONE = new Address("", "", "", "");

        /** Strips what was typed. */
        public Address {
            line = text(line, "address");
            city = text(city, "city");
            state = text(state, "state");
            postalCode = text(postalCode, "postal code");
        }
    }

    /** The longest text kept in any of the fields, in characters. */
    public static final int LONGEST = 200;

    /** The earliest birth date that is not a slip of the pen. */
    public static final LocalDate EARLIEST_BIRTH = LocalDate.of(1880, 1, 1);

    /** Refuses a person without a name, or with text that cannot be meant. */
    public Person {
        givenName = text(givenName, "given name");
        familyName = text(familyName, "family name");
        pronouns = text(pronouns, "pronouns");
        phone = text(phone, "phone");
        email = text(email, "e-mail");
        if (givenName.isEmpty() || familyName.isEmpty()) {
            throw new IllegalArgumentException("A person has a given and a family name");
        }
        if (birthDate.isBefore(EARLIEST_BIRTH)) {
            throw new IllegalArgumentException("The birth date lies before 1880");
        }
    }

    /** Completed years on that day. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }

    /** First name and last initial: what a page title and a wall may show. */
    public String shortName() {
        return givenName + " " + familyName.substring(0, familyName.offsetByCodePoints(0, 1)) + ".";
    }

    /** Says nothing about the person: logs may hold it. */
    @Override
    public String toString() {
        return "Person[…]";
    }

    static String text(String value, String what) {
        String stripped = value.strip();
        if (stripped.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The " + what + " is longer than " + LONGEST + " characters");
        }
        return stripped;
    }
}
