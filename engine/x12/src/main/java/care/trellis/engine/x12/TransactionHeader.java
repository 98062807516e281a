package care.trellis.engine.x12;

import org.jspecify.annotations.Nullable;

/**
 * What ST and its group say of a transaction.
 *
 * @param type ST01, such as {@code 835}
 * @param version ST03, or GS08 where ST has none; null when neither says
 * @param control ST02
 */
public record TransactionHeader(String type, @Nullable String version, String control) {

    /**
     * The guide, without its errata letter.
     *
     * @param guide such as {@code X214}
     * @return true when the version names it
     */
    public boolean follows(String guide) {
        return version != null && version.contains(guide);
    }
}
