package care.trellis.notes.web;

import care.trellis.web.Choice;
import java.util.List;

/** A member of staff and the choice of who reads that person's notes, as finished text. */
public record SupervisionRow(
        String path, String name, String credentials, List<Choice> supervisors) {}
