package care.trellis.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Fixed work from several hands at once: each takes the next piece as soon as it has finished one.
 */
final class Load {

    /** As many as press at once in a clinic's busy minute; the floor is loaded by as many. */
    static final int HANDS = 4;

    /** One piece of work; {@code hand} is 0 to 3, {@code piece} counts from 0. */
    interface Work {
        void run(int hand, int piece) throws Exception;
    }

    private Load() {}

    /** Does so many pieces and returns when all are done. */
    static void run(int pieces, Work work) {
        var next = new AtomicInteger();
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var all =
                    IntStream.range(0, HANDS)
                            .<Future<?>>mapToObj(hand ->
                                    hands.submit(() -> {
                                        for (int piece = next.getAndIncrement();
                                                piece < pieces;
                                                piece = next.getAndIncrement()) {
                                            work.run(hand, piece);
                                        }
                                        return null;
                                    }))
                            .toList();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The load failed: " + failed.getCause(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load was stopped", stopped);
        }
    }
}
