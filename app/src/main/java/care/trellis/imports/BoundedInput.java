package care.trellis.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading when a file unpacks to more than any honest one does. */
final class BoundedInput extends FilterInputStream {

    /** The file is too large to be meant; the message names the limit. */
    static final class TooLarge extends IOException {
        TooLarge(String message) {
            super(message);
        }
    }

    /** The largest file, unpacked. A patient with ten years of history takes 6 MB. */
    static final long LARGEST = 512L << 20;

    /** FHIR packs 10 to 30 fold; what unpacks further was made to harm. */
    private static final long HIGHEST_RATIO = 150;

    /** Below this size the ratio says nothing. */
    private static final long SMALL = 8L << 20;

    private final long packedBytes;
    private long read;

    BoundedInput(InputStream unpacked, long packedBytes) {
        super(unpacked);
        this.packedBytes = packedBytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > LARGEST) {
            throw new TooLarge(
                    "It holds more than %d MB; split it into smaller files"
                            .formatted(LARGEST >> 20));
        }
        if (read > SMALL && read > packedBytes * HIGHEST_RATIO) {
            throw new TooLarge(
                    "It unpacks to more than %d times its size, which no bundle does; nothing of it was read"
                            .formatted(HIGHEST_RATIO));
        }
    }
}
