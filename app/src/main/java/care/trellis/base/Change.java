package care.trellis.base;

import java.util.List;

/** How a change to master data ended: made, or refused with all that is wrong about it. */
public sealed interface Change<T> {

    /** Made, and what came of it. */
    record Done<T>(T result) implements Change<T> {}

    /** Nothing was changed. */
    record Refused<T>(List<Problem> problems) implements Change<T> {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** A refusal for one reason. */
    static <T> Change<T> refused(String field, String code, String message) {
        return new Refused<>(List.of(new Problem(field, code, message)));
    }

    /**
     * What came of it, for callers to whom a refusal is a bug of their own.
     *
     * @throws IllegalStateException with the codes of the problems when it was refused
     */
    default T orThrow() {
        return switch (this) {
            case Done<T>(var result) -> result;
            case Refused<T>(var problems) ->
                    throw new IllegalStateException(
                            "Refused: "
                                    + problems.stream()
                                            .map(it -> it.field() + " " + it.code())
                                            .toList());
        };
    }
}
