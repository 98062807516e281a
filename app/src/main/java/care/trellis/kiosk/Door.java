package care.trellis.kiosk;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One of the ways in, and who acts there: what clients do is recorded under its id.
 *
 * @param id of the device that stands there, or that showed the code
 */
record Door(OrganizationId organization, UUID id, UUID site, ZoneId zone) {

    static Door of(Device device) {
        return new Door(device.organization(), device.id().value(), device.site(), device.zone());
    }

    Permit mayCheckIn(SessionId session) {
        return Access.device(
                organization,
                id,
                site,
                Action.CHECK_IN,
                new Resource(Resource.Kind.SESSION, session.value()));
    }

    Permit mayAsk(ClientId client) {
        return Access.device(
                organization,
                id,
                site,
                Action.MEASURE_GIVE,
                new Resource(Resource.Kind.CLIENT, client.value()));
    }

    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    <T> T inside(Supplier<T> work) {
        return OrganizationContext.in(organization, work);
    }
}
