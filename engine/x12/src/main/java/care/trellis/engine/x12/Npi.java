package care.trellis.engine.x12;

/**
 * The National Provider Identifier: ten digits, the last a Luhn check digit over the number
 * prefixed with 80840 (45 CFR 162.406).
 */
public final class Npi {

    private static final int PREFIX_80840_SUM = 24;

    private Npi() {}

    /**
     * Checks form and check digit; it does not say that the number was ever given out.
     *
     * @param npi any text
     * @return true for ten digits beginning with 1 or 2 whose check digit is right
     */
    public static boolean isValid(String npi) {
        if (!npi.matches("[12][0-9]{9}")) {
            return false;
        }
        int sum = PREFIX_80840_SUM;
        for (int i = 0; i < 10; i++) {
            int digit = npi.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
