package care.trellis.kiosk;

import care.trellis.web.Addresses;
import care.trellis.web.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Draws the code that phones check in with: another one each minute. */
@Component
public class WallCodes {

    private final Tickets tickets;
    private final Addresses addresses;

    WallCodes(Tickets tickets, Addresses addresses) {
        this.tickets = tickets;
        this.addresses = addresses;
    }

    /** The code of this minute, at this device. */
    public QrCode of(HttpServletRequest request, Device device) {
        return QrCode.of(addresses.of(request, tickets.wall(device)));
    }
}
