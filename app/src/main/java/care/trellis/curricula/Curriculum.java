package care.trellis.curricula;

import java.util.List;
import java.util.Optional;

/**
 * A curriculum as its file in {@code content/curricula} words it.
 *
 * @param minutes what one module takes
 * @param core codes of the modules that nobody should leave without
 */
public record Curriculum(
        String id,
        int version,
        String title,
        int minutes,
        List<String> core,
        List<Module> modules) {

    /** Copies the lists. */
    public Curriculum {
        core = List.copyOf(core);
        modules = List.copyOf(modules);
    }

    /**
     * One session's worth of it; it stands alone, because people begin in any week.
     *
     * @param code week and day, such as {@code 3.1}
     * @param source the public document that a facilitator may read
     */
    public record Module(
            String code, String title, List<String> objectives, String handout, String source) {

        /** Copies the objectives. */
        public Module {
            objectives = List.copyOf(objectives);
        }

        /** The week it stands in. */
        public int week() {
            return Integer.parseInt(code.substring(0, code.indexOf('.')));
        }
    }

    /** The module with this code. */
    public Optional<Module> module(String code) {
        return modules.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
