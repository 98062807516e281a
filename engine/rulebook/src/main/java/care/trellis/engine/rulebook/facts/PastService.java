package care.trellis.engine.rulebook.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An earlier service. */
public record PastService(
        @Nullable String code, @Nullable LocalDate date, @Nullable Boolean sameProvider) {}
