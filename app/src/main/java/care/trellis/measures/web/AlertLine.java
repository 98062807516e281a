package care.trellis.measures.web;

import care.trellis.web.Tone;

/** One alert in a list, finished text; an empty path opens nothing. */
public record AlertLine(
        String alertClass,
        Tone tone,
        String name,
        String cause,
        String owner,
        String when,
        String standing,
        String path) {}
