package care.trellis.engine.instruments;

import org.jspecify.annotations.Nullable;

/** Something that staff must see, raised once it is certain. */
record Flag(String name, Condition when, @Nullable AlertClass alert) {}
