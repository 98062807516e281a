package care.trellis.downtime;

import java.util.List;

/**
 * What is printed for one site and day, as finished text: the desk's paper and the clinicians' are
 * made of it.
 *
 * @param made when, by the site's clock
 * @param sheets today's groups with their sign-in sheets
 * @param tomorrow the groups of the next day
 * @param phones everybody who is expected today
 * @param plans what clinicians need of them
 */
public record Pack(
        String organization,
        String site,
        String day,
        String made,
        List<Sheet> sheets,
        List<Ahead> tomorrow,
        List<Phone> phones,
        List<Plan> plans) {

    /** Keeps its own copies of the lists. */
    public Pack {
        sheets = List.copyOf(sheets);
        tomorrow = List.copyOf(tomorrow);
        phones = List.copyOf(phones);
        plans = List.copyOf(plans);
    }

    /** One group, and who is expected. */
    public record Sheet(String title, String time, String room, String leads, List<Line> lines) {

        /** Keeps its own copy of the list. */
        public Sheet {
            lines = List.copyOf(lines);
        }
    }

    /** One place on a sheet. */
    public record Line(String code, String name) {}

    /** A group of the next day. */
    public record Ahead(String time, String title, String room, String leads, String expected) {}

    /** Whom to call. */
    public record Phone(String name, String phone, String contact) {}

    /**
     * What a clinician needs of one client.
     *
     * @param flags what stands of risk, in words; empty for none
     * @param medications with doses, between semicolons; empty for none on record
     * @param plan the newest signed crisis plan, a heading and its answer each
     */
    public record Plan(String name, String flags, String medications, List<Said> plan) {

        /** Keeps its own copy of the list. */
        public Plan {
            plan = List.copyOf(plan);
        }
    }

    /** A heading of a plan and what stands under it. */
    public record Said(String heading, String words) {}

    /** Names nobody. */
    @Override
    public String toString() {
        return "Pack[" + sheets.size() + " sheets]";
    }
}
