package care.trellis.engine.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a file with a line number, a size limit and room to step back. */
final class Bytes {

    private static final int BUFFER = 1 << 16;
    private static final int STEP_BACK = 1024;

    private final PushbackInputStream in;
    private final long limit;
    private long taken;
    private int line = 1;
    private boolean beyondLimit;

    Bytes(InputStream stream, long limit) throws IOException {
        this.in = new PushbackInputStream(new Buffered(unicode(stream)), STEP_BACK);
        this.limit = limit;
    }

    /** The next byte, or -1 at the end or at the limit. */
    int read() throws IOException {
        if (taken >= limit) {
            int next = in.read();
            if (next >= 0) {
                in.unread(next);
                beyondLimit = true;
            }
            return -1;
        }
        int next = in.read();
        if (next >= 0) {
            taken++;
            if (next == '\n') {
                line++;
            }
        }
        return next;
    }

    void unread(byte[] bytes, int from, int length) throws IOException {
        in.unread(bytes, from, length);
        taken -= length;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                line--;
            }
        }
    }

    void unread(int value) throws IOException {
        unread(new byte[] {(byte) value}, 0, 1);
    }

    int line() {
        return line;
    }

    /** True once there was more to read than the limit allows. */
    boolean beyondLimit() {
        return beyondLimit;
    }

    /** UTF-16, with or without its mark, becomes UTF-8; all else stays as it is. */
    private static InputStream unicode(InputStream stream) throws IOException {
        var in = new PushbackInputStream(stream, 2);
        var head = in.readNBytes(2);
        in.unread(head);
        if (head.length < 2) {
            return in;
        }
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        if (first == 0xFF && second == 0xFE || first != 0 && second == 0) {
            return new Utf8(in, StandardCharsets.UTF_16LE);
        }
        if (first == 0xFE && second == 0xFF || first == 0 && second != 0) {
            return new Utf8(in, StandardCharsets.UTF_16BE);
        }
        return in;
    }

    /** A buffered stream without locks. */
    private static final class Buffered extends InputStream {

        private final InputStream in;
        private final byte[] buffer = new byte[BUFFER];
        private int next;
        private int end;

        Buffered(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            if (next == end) {
                end = Math.max(0, in.read(buffer, 0, BUFFER));
                next = 0;
                if (end == 0) {
                    return -1;
                }
            }
            return buffer[next++] & 0xFF;
        }
    }

    /** Recodes characters as UTF-8, one at a time. */
    private static final class Utf8 extends InputStream {

        private final InputStreamReader reader;
        private byte[] pending = {};
        private int next;

        Utf8(InputStream in, Charset charset) {
            this.reader = new InputStreamReader(in, charset);
        }

        @Override
        public int read() throws IOException {
            if (next == pending.length) {
                int character = reader.read();
                if (character < 0) {
                    return -1;
                }
                pending = String.valueOf((char) character).getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
            return pending[next++] & 0xFF;
        }
    }
}
