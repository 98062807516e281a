package care.trellis.demo.story;

import care.trellis.medications.Medication.Adherence;
import care.trellis.medications.Medication.Details;
import care.trellis.medications.Medication.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the invented people take, by their illness. Invented too: no advice to anybody. */
public final class Prescriptions {

    private static final String PRESCRIBER = "Nadia Haddad, PMHNP";

    private Prescriptions() {}

    /** What was on the list on the first morning. */
    public static List<Details> of(Participant person) {
        var list = new ArrayList<Details>();
        var since = person.admittedOn().minusMonths(4);
        switch (person.illness().code()) {
            case "F11.20" -> {
                list.add(
                        treatment(
                                "Buprenorphine-naloxone film",
                                "8 mg",
                                "under the tongue",
                                "twice a day",
                                "Desert Pharmacy",
                                person.admittedOn().plusDays(14)));
                list.add(line("Naloxone nasal spray", "4 mg", "nose", "in an emergency", since));
            }
            case "F10.20" ->
                    list.add(
                            treatment(
                                    "Naltrexone",
                                    "50 mg",
                                    "by mouth",
                                    "daily",
                                    "Desert Pharmacy",
                                    null));
            case "F14.20" -> list.add(line("Mirtazapine", "15 mg", "by mouth", "at night", since));
            case "F32.2" -> {
                list.add(line("Sertraline", "100 mg", "by mouth", "daily", since));
                list.add(line("Quetiapine", "50 mg", "by mouth", "at night", since));
            }
            case "F41.1" -> list.add(line("Escitalopram", "10 mg", "by mouth", "daily", since));
            default -> {
                list.add(line("Sertraline", "50 mg", "by mouth", "daily", since));
                if (person.number() % 3 == 0) {
                    list.add(line("A small white pill for sleep", "", "by mouth", "", null));
                }
            }
        }
        return list;
    }

    private static Details line(
            String name, String dose, String route, String frequency, @Nullable LocalDate since) {
        return new Details(
                name,
                dose,
                route,
                frequency,
                dose.isEmpty() ? "" : PRESCRIBER,
                dose.isEmpty() ? Source.CLIENT : Source.BOTTLE,
                since,
                false,
                "",
                null,
                Adherence.AS_PRESCRIBED);
    }

    private static Details treatment(
            String name,
            String dose,
            String route,
            String frequency,
            String where,
            @Nullable LocalDate next) {
        return new Details(
                name,
                dose,
                route,
                frequency,
                PRESCRIBER,
                Source.PHARMACY,
                null,
                true,
                where,
                next,
                Adherence.AS_PRESCRIBED);
    }
}
