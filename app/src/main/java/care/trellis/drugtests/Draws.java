package care.trellis.drugtests;

import static care.trellis.base.Action.DRUG_TEST_COLLECT;
import static care.trellis.base.Action.DRUG_TEST_ORDER;
import static care.trellis.base.Action.DRUG_TEST_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the random draw. A week ahead the hash of each day's seed is published; at six
 * in the morning of the site the draw takes place and publishes the seed. So nobody can choose a
 * seed once the list is known, and everybody can draw again.
 */
@Service
public class Draws {

    /** When the draw takes place, by the clock of the site. */
    public static final LocalTime AT = LocalTime.of(6, 0);

    /** Days ahead for which a seed is promised. */
    static final int PROMISED_DAYS = 7;

    private static final int SEED_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DrawRecords records;
    private final TestRecords tests;
    private final Audit audit;
    private final Clock clock;

    Draws(DrawRecords records, TestRecords tests, Audit audit, Clock clock) {
        this.records = records;
        this.tests = tests;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A promise for a day to come.
     *
     * @param commitment SHA-256 over the seed, which stays sealed until the draw
     */
    public record Promise(LocalDate day, String commitment) {}

    /**
     * Promises seeds for the days ahead and draws what is due, at every site. Safe to call at any
     * moment and again: a promise stands, and a day is drawn once. A day whose seed was not
     * promised before six o'clock is not drawn at all.
     *
     * @param permit the system's
     */
    @Transactional
    public void run(Permit permit) {
        permit.require(DRUG_TEST_ORDER);
        var now = clock.instant();
        for (var site : records.sites()) {
            var today = LocalDate.ofInstant(now, site.zone());
            for (int ahead = 0; ahead <= PROMISED_DAYS; ahead++) {
                var day = today.plusDays(ahead);
                if (now.isBefore(day.atTime(AT).atZone(site.zone()).toInstant())
                        && records.promise(site.id(), day, seed(), now)) {
                    audit.record(permit, "drugtests.seed", site.id().value(), null, "" + day);
                }
            }
            if (!now.isBefore(today.atTime(AT).atZone(site.zone()).toInstant())) {
                draw(permit, site.id(), today);
            }
        }
    }

    /** What is promised for the days after today. */
    @Transactional(readOnly = true)
    public List<Promise> promised(Permit permit, SiteId site) {
        permit.require(DRUG_TEST_VIEW, DRUG_TEST_COLLECT);
        var today = LocalDate.ofInstant(clock.instant(), zone(site));
        return records.promised(site, today.plusDays(1), today.plusDays(PROMISED_DAYS)).stream()
                .map(one -> new Promise(one.day(), one.commitment()))
                .toList();
    }

    /** The newest draws of a site, without names. */
    @Transactional(readOnly = true)
    public List<Draw> of(Permit permit, SiteId site, int most) {
        permit.require(DRUG_TEST_VIEW, DRUG_TEST_COLLECT);
        return records.of(site, most);
    }

    /** How many of how many were drawn, such as {@code 3 of 14}. */
    @Transactional(readOnly = true)
    public String counted(Permit permit, DrawId draw) {
        permit.require(DRUG_TEST_VIEW, DRUG_TEST_COLLECT);
        return records.counted(draw);
    }

    /**
     * One draw with everybody who could have been drawn; the reading is recorded.
     *
     * @throws NotFound where there is none at the actor's sites
     */
    @Transactional
    public Draw open(Permit permit, DrawId draw) {
        permit.require(DRUG_TEST_VIEW);
        var found =
                records.find(draw)
                        .filter(one -> permit.actor().worksAt(one.site().value()))
                        .orElseThrow(NotFound::new);
        audit.recordMany(permit, "drugtests.draw", draw.value(), found.eligible().size());
        return found;
    }

    private void draw(Permit permit, SiteId site, LocalDate day) {
        var promised = promisedBefore(site, day);
        if (promised.isEmpty()
                || records.of(site, 1).stream().anyMatch(it -> it.day().equals(day))) {
            return;
        }
        var seed = promised.get().seed();
        var draw = new DrawId(Ids.next());
        records.insert(draw, site, day, seed, clock.instant());
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int drawn = 0;
        for (var one : records.expected(site, day, monday)) {
            var rate = Rate.perWeek(one.admittedOn(), day, one.perWeek());
            var lot =
                    Lot.of(
                            seed,
                            site.value(),
                            day,
                            one.client(),
                            Rate.chance(rate, one.daysThisWeek()));
            records.insert(draw, one.client(), lot);
            if (lot.drawn()) {
                drawn++;
                tests.insert(
                        new TestId(Ids.next()),
                        new ClientId(one.client()),
                        site,
                        day,
                        one.panel(),
                        DrugTest.Why.RANDOM,
                        draw,
                        clock.instant(),
                        permit.actor());
            }
        }
        audit.record(permit, "drugtests.draw", draw.value(), null, day + ": " + drawn + " drawn");
    }

    private Optional<DrawRecords.SeedRow> promisedBefore(SiteId site, LocalDate day) {
        var six = day.atTime(AT).atZone(zone(site)).toInstant();
        return records.promised(site, day, day).stream()
                .filter(one -> one.committedAt().isBefore(six))
                .findFirst();
    }

    private java.time.ZoneId zone(SiteId site) {
        return records.sites().stream()
                .filter(one -> one.id().equals(site))
                .findFirst()
                .orElseThrow(NotFound::new)
                .zone();
    }

    private static String seed() {
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
