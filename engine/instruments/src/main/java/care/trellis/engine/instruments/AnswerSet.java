package care.trellis.engine.instruments;

import java.util.List;

/** The codes that an item can be answered with. */
public sealed interface AnswerSet {

    /** Whether this code is one of them. */
    boolean allows(int code);

    /** The lowest code. */
    int lowest();

    /** The highest code. */
    int highest();

    /** A list to choose from, in the order shown; a code that is not in it is refused. */
    record Choices(List<Option> options) implements AnswerSet {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException when it is empty
         */
        public Choices {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("an item needs answers to choose from");
            }
        }

        @Override
        public boolean allows(int code) {
            for (var option : options) {
                if (option.code() == code) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public int lowest() {
            return options.stream().mapToInt(Option::code).min().orElseThrow();
        }

        @Override
        public int highest() {
            return options.stream().mapToInt(Option::code).max().orElseThrow();
        }
    }

    /** A whole number, such as days, both ends included. */
    record Range(int from, int to) implements AnswerSet {

        @Override
        public boolean allows(int code) {
            return from <= code && code <= to;
        }

        @Override
        public int lowest() {
            return from;
        }

        @Override
        public int highest() {
            return to;
        }
    }
}
