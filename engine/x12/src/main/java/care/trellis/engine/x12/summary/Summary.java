package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.X12Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The summary of one file as JSON. */
public final class Summary {

    private static final ObjectWriter JSON =
            JsonMapper.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build()
                    .writerWithDefaultPrettyPrinter();

    private Summary() {}

    /**
     * Reads a file and writes its summary while it reads; memory does not grow with the file.
     *
     * @param in the file; it is not closed
     * @param limitBytes beyond which nothing is read
     * @param out gets one JSON object in UTF-8; it is not closed
     * @return what was wrong
     * @throws IOException when a stream fails
     */
    public static Problems write(InputStream in, long limitBytes, OutputStream out)
            throws IOException {
        var problems = new Problems();
        try (var json = JSON.createGenerator(out)) {
            var summary = new SummaryWriter(json, problems);
            X12Reader.read(in, limitBytes, summary, problems);
            summary.end();
        }
        return problems;
    }
}
