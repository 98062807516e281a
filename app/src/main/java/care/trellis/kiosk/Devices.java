package care.trellis.kiosk;

import static care.trellis.base.Action.DEVICE_PAIR;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Token;
import care.trellis.organizations.SiteId;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door to the devices of a site. Staff make one and get a link; the browser that opens
 * the link gets the device's secret and nothing else from then on, until staff end it.
 */
@Service
public class Devices {

    /** How long a link waits for its browser. */
    public static final Duration LINK_WAITS = Duration.ofMinutes(15);

    /** That a device was seen is written at most this often. */
    private static final Duration TOUCH = Duration.ofSeconds(30);

    private final DeviceRecords records;
    private final Audit audit;
    private final Once once;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Devices(
            DeviceRecords records,
            Audit audit,
            Once once,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.audit = audit;
        this.once = once;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The devices at the actor's sites that were not ended, by site and name. */
    @Transactional(readOnly = true)
    public List<Device> all(Permit permit) {
        permit.require(DEVICE_PAIR);
        return records.all(clock.instant().minus(Duration.ofDays(7))).stream()
                .filter(device -> permit.actor().worksAt(device.site()))
                .toList();
    }

    /** The sites at which the actor may pair devices, by name. */
    @Transactional(readOnly = true)
    public Map<UUID, String> sites(Permit permit) {
        permit.require(DEVICE_PAIR);
        var sites = new LinkedHashMap<>(records.sites());
        sites.keySet().removeIf(site -> !permit.actor().worksAt(site));
        return sites;
    }

    /**
     * Makes a device and the link that pairs it. The same key makes one; the second time there is a
     * new link to it.
     *
     * @param name where it will stand, at most 40 characters
     */
    @Transactional
    public Change<Pairing> make(
            Permit permit, UUID key, SiteId site, Device.Kind kind, String name) {
        permit.require(DEVICE_PAIR);
        if (!sites(permit).containsKey(site.value())) {
            throw new NotFound();
        }
        var problems = new Problems().text(name, 40, "name", "where it stands");
        if (!problems.none()) {
            return problems.refused();
        }
        var device = new DeviceId(key);
        if (once.first(permit, key, "device " + site + kind + name)) {
            records.insert(
                    device, site.value(), kind, name.strip(), permit.actor(), clock.instant());
            audit.record(permit, "kiosk.device", key, null, kind.name());
        }
        return new Change.Done<>(link(permit, device, name.strip()));
    }

    /** A new link for a device whose browser lost its secret; the former browser is out at once. */
    @Transactional
    public Pairing renew(Permit permit, DeviceId device) {
        var found = own(permit, device);
        audit.record(permit, "kiosk.device", device.value(), null, "RENEWED");
        return link(permit, device, found.name());
    }

    /** Ends a device: its browser is no device any more at its next request. */
    @Transactional
    public void revoke(Permit permit, DeviceId device) {
        own(permit, device);
        records.revoke(device, permit.actor(), clock.instant());
        audit.record(permit, "kiosk.device", device.value(), null, "REVOKED");
    }

    /** The device that a link would make; nothing where it was used, ended or is too old. */
    public Optional<Device> offered(String link) {
        return inside(link, () -> records.byLink(Token.hash(link), clock.instant()));
    }

    /** Uses a link up. What comes back is the device's secret, told once. */
    public Optional<String> pair(String link) {
        return inside(
                link,
                () -> {
                    var secret = Token.make(OrganizationContext.current());
                    return records.pair(Token.hash(link), Token.hash(secret), clock.instant())
                            ? Optional.of(secret)
                            : Optional.empty();
                });
    }

    /** The device that holds this secret; nothing where it was ended. */
    public Optional<Device> find(String secret) {
        return inside(
                secret,
                () -> {
                    var now = clock.instant();
                    var device = records.byToken(Token.hash(secret));
                    device.filter(it ->
                                    it.seenAt() == null || it.seenAt().isBefore(now.minus(TOUCH)))
                            .ifPresent(it -> records.seen(it.id(), now));
                    return device;
                });
    }

    private <T> Optional<T> inside(String token, java.util.function.Supplier<Optional<T>> work) {
        return Token.organization(token)
                .flatMap(organization ->
                        OrganizationContext.in(
                                organization, () -> transaction.execute(status -> work.get())));
    }

    private Pairing link(Permit permit, DeviceId device, String name) {
        var link = Token.make(permit.organization());
        var until = clock.instant().plus(LINK_WAITS);
        records.offer(device, Token.hash(link), until);
        return new Pairing(device, name, "/kiosk/pairing/" + link, until);
    }

    private Device own(Permit permit, DeviceId device) {
        return all(permit).stream()
                .filter(one -> one.id().equals(device))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
