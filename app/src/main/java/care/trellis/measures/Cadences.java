package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_GIVE;
import static care.trellis.base.Action.MEASURE_SETTINGS;
import static care.trellis.base.Action.MEASURE_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.engine.instruments.About.Moment;
import care.trellis.engine.instruments.About.ProgramKind;
import care.trellis.organizations.ProgramId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to when a program gives what. A program that says nothing follows the instruments'
 * own cadence for its kind of client, as far as their wording is here.
 */
@Service
public class Cadences {

    private final CadenceRecords records;
    private final Library library;
    private final Audit audit;

    Cadences(CadenceRecords records, Library library, Audit audit) {
        this.records = records;
        this.library = library;
        this.audit = audit;
    }

    /** What the program says of its own; empty where it follows the default. */
    @Transactional(readOnly = true)
    public Map<String, Set<Moment>> own(Permit permit, ProgramId program) {
        permit.require(MEASURE_SETTINGS, MEASURE_VIEW, MEASURE_GIVE);
        return records.all().getOrDefault(program.value(), Map.of());
    }

    /** What holds for a kind of client where a program says nothing. */
    @Transactional(readOnly = true)
    public Map<String, Set<Moment>> byDefault(Permit permit, ProgramKind kind) {
        permit.require(MEASURE_SETTINGS, MEASURE_VIEW, MEASURE_GIVE);
        return defaults().getOrDefault(kind, Map.of());
    }

    /** Says what this program gives when; an empty map goes back to the default. */
    @Transactional
    public void set(Permit permit, ProgramId program, Map<String, Set<Moment>> moments) {
        permit.require(MEASURE_SETTINGS);
        if (!records.isProgram(program.value())) {
            throw new NotFound();
        }
        records.clear(program.value());
        moments.forEach((instrument, when) -> {
            if (!when.isEmpty() && library.rules(instrument) != null) {
                records.set(program.value(), instrument, when);
            }
        });
        audit.record(
                permit, "measures.cadence", program.value(), null, moments.size() + " measures");
    }

    /** The cadences of every stay's program, read once for a whole list. */
    Plans plans() {
        return new Plans(records.all(), defaults());
    }

    /** What holds for each stay. */
    record Plans(
            Map<java.util.UUID, Map<String, Set<Moment>>> own,
            Map<ProgramKind, Map<String, Set<Moment>>> defaults) {

        Map<String, Set<Moment>> of(Stay stay) {
            var program = own.get(stay.program());
            return program == null ? defaults.getOrDefault(stay.kind(), Map.of()) : program;
        }
    }

    private Map<ProgramKind, Map<String, Set<Moment>>> defaults() {
        var defaults = new LinkedHashMap<ProgramKind, Map<String, Set<Moment>>>();
        for (var offered : library.offered().values()) {
            if (offered.availability() == Availability.READY && !offered.forStaffOnly()) {
                offered.instrument()
                        .about()
                        .cadence()
                        .forEach((kind, moments) ->
                                defaults.computeIfAbsent(kind, any -> new LinkedHashMap<>())
                                        .put(offered.instrument().id(), Set.copyOf(moments)));
            }
        }
        return defaults;
    }
}
