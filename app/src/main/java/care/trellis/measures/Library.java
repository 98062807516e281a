package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_GIVE;
import static care.trellis.base.Action.MEASURE_SETTINGS;
import static care.trellis.base.Action.MEASURE_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Text;
import care.trellis.engine.content.RefusedFile;
import care.trellis.engine.instruments.Instrument;
import care.trellis.engine.instruments.InstrumentPack;
import care.trellis.engine.instruments.Instruments;
import care.trellis.engine.instruments.Licence;
import java.io.StringReader;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the instruments: those that ship, and the wording that the site may add. What
 * the owner's licence does not allow is refused here and nowhere else.
 */
@Service
public class Library {

    private static final int LONGEST_PACK = 200_000;

    private final Instruments shipped = Instruments.library();
    private final PackRecords packs;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Library(PackRecords packs, Audit audit, Once once, Clock clock) {
        this.packs = packs;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Every instrument in its newest version, by id, as this site has it. */
    @Transactional(readOnly = true)
    public List<Offered> all(Permit permit) {
        permit.require(MEASURE_VIEW, MEASURE_GIVE, MEASURE_SETTINGS);
        return List.copyOf(offered().values());
    }

    /**
     * One instrument in its newest version.
     *
     * @throws NotFound when there is none of this id
     */
    @Transactional(readOnly = true)
    public Offered one(Permit permit, String id) {
        permit.require(permit.action());
        var offered = offered().get(id);
        if (offered == null) {
            throw new NotFound();
        }
        return offered;
    }

    /**
     * Loads the wording of one instrument after the site said that it may use it; wording loaded
     * before is withdrawn.
     *
     * @param content the pack file, as the owner's terms let the site write it
     * @param attestedBy who says so, by name
     * @param reference of the licence; needed where the owner asks for a written one
     */
    @Transactional
    public Change<Pack> load(
            Permit permit,
            UUID key,
            String id,
            String content,
            @Nullable String attestedBy,
            @Nullable String reference) {
        permit.require(MEASURE_SETTINGS);
        var instrument = shipped.find(id);
        if (instrument == null) {
            throw new NotFound();
        }
        var about = instrument.about();
        var problems =
                new Problems()
                        .text(content, LONGEST_PACK, "file", "the file with the wording")
                        .text(attestedBy, 200, "attestedBy", "the name of who attests")
                        .require(
                                !about.licence().textShips() || about.languages().isEmpty(),
                                "file",
                                "TEXT_IS_HERE",
                                "The wording of this measure ships with the program.")
                        .require(
                                about.licence() != Licence.LICENSED
                                        || Text.clean(reference) != null,
                                "reference",
                                "LICENCE_MISSING",
                                "Enter the reference of the written licence: without one it stays off.");
        if (!problems.none()) {
            return problems.refused();
        }
        try {
            instrument.with(InstrumentPack.read("line", new StringReader(content)));
        } catch (RefusedFile refused) {
            return Change.refused(
                    "file", "PACK_REFUSED", "Line " + refused.line() + ": " + refused.reason());
        }
        var pack =
                new Pack(
                        key,
                        id,
                        about.version(),
                        content,
                        attestedBy == null ? "" : attestedBy.strip(),
                        Text.clean(reference),
                        clock.instant());
        if (once.first(permit, key, String.join("\n", "pack", id, content))) {
            packs.withdraw(id, about.version(), clock.instant());
            packs.insert(pack, permit.actor().account());
            audit.record(permit, "measures.pack", key, null, id);
        }
        return new Change.Done<>(pack);
    }

    /** Takes the loaded wording out of use; what was answered with it stays. */
    @Transactional
    public void withdraw(Permit permit, String id) {
        permit.require(MEASURE_SETTINGS);
        var pack = one(permit, id).pack();
        if (pack != null) {
            packs.withdraw(pack.instrument(), pack.version(), clock.instant());
            audit.record(permit, "measures.pack", pack.id(), null, "withdrawn " + id);
        }
    }

    /** The version that an old answer was given to, for scoring and reading. */
    Instrument version(String id, String version) {
        var known = shipped.find(id, version);
        if (known == null) {
            throw new IllegalStateException(id + " " + version + " is not among the instruments");
        }
        return packs.inUse().stream()
                .filter(pack -> pack.instrument().equals(id) && pack.version().equals(version))
                .findFirst()
                .map(pack -> worded(known, pack))
                .orElse(known);
    }

    /** The newest version without the site's wording: its rules; null for an unknown id. */
    @Nullable Instrument rules(String id) {
        return shipped.find(id);
    }

    /** The ids of all that we know, offered here or not. */
    Set<String> ids() {
        return shipped.ids();
    }

    Map<String, Offered> offered() {
        var loaded = new LinkedHashMap<String, Pack>();
        packs.inUse().forEach(pack -> loaded.put(pack.instrument() + pack.version(), pack));
        var offered = new LinkedHashMap<String, Offered>();
        for (var id : shipped.ids()) {
            var instrument = shipped.find(id);
            if (instrument != null) {
                offered.put(id, offer(instrument, loaded.get(id + instrument.about().version())));
            }
        }
        return offered;
    }

    private static Offered offer(Instrument instrument, @Nullable Pack pack) {
        if (pack != null) {
            return new Offered(worded(instrument, pack), Availability.READY, pack);
        }
        var about = instrument.about();
        var availability =
                !about.languages().isEmpty()
                        ? Availability.READY
                        : about.licence() == Licence.LICENSED
                                ? Availability.OFF
                                : Availability.PAPER_ONLY;
        return new Offered(instrument, availability, null);
    }

    private static Instrument worded(Instrument instrument, Pack pack) {
        return instrument.with(InstrumentPack.read("line", new StringReader(pack.content())));
    }
}
