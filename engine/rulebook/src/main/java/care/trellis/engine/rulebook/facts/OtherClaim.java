package care.trellis.engine.rulebook.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another claim for the same client, of this or another provider. */
public record OtherClaim(
        @Nullable List<String> conditionCodes,
        @Nullable LocalDate statementFrom,
        @Nullable LocalDate statementThrough,
        @Nullable Boolean sameProvider) {}
