package care.trellis.base;

import org.jspecify.annotations.Nullable;

/** Text as people type it. */
public final class Text {

    private Text() {}

    /** Without white space around it; blank text is nothing. */
    public static @Nullable String clean(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
