package care.trellis.kiosk;

import care.trellis.attendance.Kind;
import java.time.Duration;
import java.util.UUID;

/**
 * What a tablet kept while it had no connection.
 *
 * @param id made with the press
 * @param code what {@link OfflineTaps} finds the client by: it says nothing to anybody else
 * @param age how long it waited, as the tablet counted
 */
public record OfflineTap(UUID id, String code, Kind kind, Duration age) {}
