package care.trellis.organizations;

import org.jspecify.annotations.Nullable;

/** The National Provider Identifier: ten digits, the last of which checks the others. */
public final class Npi {

    /** What the prefix 80840 adds to the sum (45 CFR 162.406; ISO/IEC 7812 Luhn). */
    private static final int PREFIX_SUM = 24;

    private Npi() {}

    /** Whether the text is an NPI with a right check digit. */
    public static boolean valid(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{10}")) {
            return false;
        }
        int sum = PREFIX_SUM;
        for (int place = 0; place < 10; place++) {
            int digit = text.charAt(place) - '0';
            int weighed = place % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
