package care.trellis.benefits;

import care.trellis.organizations.LevelOfCare;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a client care, where, and what for, as a good-faith estimate names it.
 *
 * @param npi the site's own where it has one, else the organization's; empty where neither is known
 * @param address where the care is given; the organization's where the site has none
 * @param state of that address, two letters; empty where it is not known
 * @param substances whether the program treats substance use
 * @param firstDay of the stay; null before there is one
 * @param diagnoses ICD-10-CM codes that hold, the principal one first
 */
public record Providing(
        String program,
        String site,
        String npi,
        String address,
        String state,
        LevelOfCare level,
        boolean substances,
        @Nullable LocalDate firstDay,
        List<String> diagnoses) {

    /** Keeps its own copy of the list. */
    public Providing {
        diagnoses = List.copyOf(diagnoses);
    }

    /** The codes that a program day is expected to be billed with. */
    public String codes() {
        return switch (level) {
            case IOP -> substances ? "HCPCS H0015, revenue 0906" : "HCPCS S9480, revenue 0905";
            case PHP -> "HCPCS H0035, revenue 0912";
            case OP -> "CPT 90853, revenue 0915";
        };
    }

    /** Names no diagnosis. */
    @Override
    public String toString() {
        return "Providing[" + program + "]";
    }
}
