package care.trellis.drugtests;

import care.trellis.base.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The lot of one client on one day. It depends on nothing but the seed, the site, the day and the
 * client: who else is eligible, in which order, and who was tested before changes nothing, so a
 * list can be neither arranged nor remembered. Anybody with the published seed finds the same
 * number:
 *
 * <pre>printf '%s' "SEED SITE DAY CLIENT" | sha256sum   # its first twelve digits</pre>
 *
 * @param number the first 48 bits, 0 to 2^48 − 1
 * @param chance of ten thousand
 */
public record Lot(long number, int chance) {

    /** One more than the highest chance: always drawn. */
    public static final int CERTAIN = 10_000;

    private static final long NUMBERS = 1L << 48;
    private static final int DIGITS = 12;

    /** Refuses a chance that is none. */
    public Lot {
        if (chance < 0 || chance > CERTAIN) {
            throw new IllegalArgumentException("A chance lies between 0 and " + CERTAIN);
        }
    }

    /** Draws. */
    public static Lot of(String seed, UUID site, LocalDate day, UUID client, int chance) {
        var digest = hash(seed + " " + site + " " + day + " " + client);
        return new Lot(Long.parseLong(digest.substring(0, DIGITS), 16), chance);
    }

    /**
     * Whether it is drawn: its number lies in the lowest part of all numbers that its chance is.
     */
    public boolean drawn() {
        // 2^48 times 10,000 is below 2^62.
        return number * CERTAIN < NUMBERS * chance;
    }

    /** What is published before the day: SHA-256 in hex over the characters of the seed. */
    public static String commitment(String seed) {
        return hash(seed);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Hashes.sha256(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
