package care.trellis.engine.rulebook;

/**
 * A decision as text without the names of its sessions, which say where each stood in the input.
 */
final class Unnamed {

    private Unnamed() {}

    static String of(Decision decision) {
        return decision.toString().replaceAll("sessions\\[\\d+]", "session");
    }
}
