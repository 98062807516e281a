package care.trellis.demo;

import java.time.Instant;

/** One thing that somebody does at a moment of the story. */
record Step(Instant at, Runnable does) {}
