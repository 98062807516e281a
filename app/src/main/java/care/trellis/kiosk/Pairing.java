package care.trellis.kiosk;

import java.time.Instant;

/**
 * A link that makes the browser that opens it the device. It works once.
 *
 * @param path below the program's address
 */
public record Pairing(DeviceId device, String name, String path, Instant until) {

    /** A link is a secret: logs may hold this record. */
    @Override
    public String toString() {
        return "Pairing[" + device.value() + "]";
    }
}
