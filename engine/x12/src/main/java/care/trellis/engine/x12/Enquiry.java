package care.trellis.engine.x12;

import static care.trellis.engine.x12.Segments.exact;

import io.xlate.edi.stream.EDIStreamException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The segments that benefits, reviews and claim status (270, 278, 276) and their answers share. */
public final class Enquiry {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private Enquiry() {}

    /**
     * BHT, under the control number of the interchange.
     *
     * @param structure how the levels follow each other, as the guide numbers it
     * @param purpose 13 asks, 11 answers
     * @param type of what is said; null where the guide has none
     */
    public static void begin(
            SegmentWriter out,
            Interchange interchange,
            String structure,
            String purpose,
            @Nullable String type)
            throws EDIStreamException {
        out.segment(
                "BHT",
                structure,
                purpose,
                String.valueOf(interchange.controlNumber()),
                DAY.format(interchange.at().toLocalDate()),
                TIME.format(interchange.at()),
                type);
    }

    /**
     * NM1 of an organization.
     *
     * @throws IllegalArgumentException when its identifier cannot be written as it is
     */
    public static void organization(SegmentWriter out, String role, Party party)
            throws EDIStreamException {
        var id = party.id();
        out.segment(
                "NM1",
                role,
                "2",
                Clean.text(party.name()),
                null,
                null,
                null,
                null,
                party.qualifier(),
                id == null ? null : exact(id));
    }

    /**
     * NM1 of a member.
     *
     * @throws IllegalArgumentException when the member id cannot be written as it is
     */
    public static void member(SegmentWriter out, String role, Member member)
            throws EDIStreamException {
        out.segment(
                "NM1",
                role,
                "1",
                Clean.text(member.lastName()),
                Clean.text(member.firstName()),
                null,
                null,
                null,
                "MI",
                exact(member.memberId()));
    }

    /** DMG, where the birth date is known. */
    public static void born(SegmentWriter out, Member member) throws EDIStreamException {
        if (member.birthDate() != null) {
            out.segment("DMG", "D8", DAY.format(member.birthDate()), member.sex());
        }
    }

    /** A day as it stands in a segment. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** DTP of the days of a service. */
    public static void days(SegmentWriter out, LocalDate from, LocalDate to)
            throws EDIStreamException {
        days(out, "472", from, to);
    }

    /**
     * DTP of days.
     *
     * @param which DTP01: {@code 472} of a service, {@code AAH} of an event
     */
    public static void days(SegmentWriter out, String which, LocalDate from, LocalDate to)
            throws EDIStreamException {
        if (from.equals(to)) {
            out.segment("DTP", which, "D8", day(from));
        } else {
            out.segment("DTP", which, "RD8", day(from) + "-" + day(to));
        }
    }
}
