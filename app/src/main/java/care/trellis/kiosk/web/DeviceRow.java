package care.trellis.kiosk.web;

/**
 * One device in the list.
 *
 * @param standing such as {@code On} or {@code Silent for 12 minutes}
 * @param strays presses of the last days that belonged to nobody who was expected
 */
public record DeviceRow(
        String path,
        String name,
        String kind,
        String site,
        String standing,
        boolean live,
        int strays) {}
