package care.trellis.web;

/** How a phone number is written for people. */
public final class PhoneNumber {

    private PhoneNumber() {}

    /** Ten digits as {@code (828) 555-0100}; anything else as it stands. */
    public static String text(String number) {
        var digits = number.strip();
        return digits.matches("[0-9]{10}")
                ? "(%s) %s-%s"
                        .formatted(
                                digits.substring(0, 3), digits.substring(3, 6), digits.substring(6))
                : digits;
    }
}
