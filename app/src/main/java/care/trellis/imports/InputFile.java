package care.trellis.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file to take people from, known by the ending of its name.
 *
 * @param name as people know it, without its folder
 * @param beside whether it lay in a folder that was named as a whole; then a file that is no bundle
 *     is passed over instead of refused
 */
public record InputFile(String name, Path path, boolean beside) {

    private static final int GZIP_BUFFER = 1 << 16;

    /** Whether the name ends like a file that an import reads. */
    public static boolean isCandidate(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json") || lower.endsWith(".json.gz") || lower.endsWith(".csv");
    }

    /** Reads the whole file before anything of it is written down. */
    FileContent read(ZoneId zone, CsvColumns.Contracts contracts) throws Unreadable, NotFhir {
        if (!isCandidate(name)) {
            throw new Unreadable(
                    "Its name ends neither in .json, .json.gz nor .csv; export it as one of these");
        }
        try (InputStream input = open()) {
            return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                    ? CsvFile.read(input, contracts)
                    : FhirFile.read(input, zone);
        } catch (BoundedInput.TooLarge tooLarge) {
            throw new Unreadable(String.valueOf(tooLarge.getMessage()));
        } catch (EOFException | ZipException cut) {
            throw new Unreadable("Its gzip packing is cut off or damaged; copy it again");
        } catch (CharacterCodingException foreign) {
            throw new Unreadable("It is not in UTF-8; save it as CSV UTF-8");
        } catch (IOException broken) {
            throw new Unreadable("It cannot be read; copy it again");
        }
    }

    private InputStream open() throws IOException {
        long size = Files.size(path);
        var file = Files.newInputStream(path);
        if (!name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return new BoundedInput(new BufferedInputStream(file), size);
        }
        try {
            return new BoundedInput(new GZIPInputStream(file, GZIP_BUFFER), size);
        } catch (IOException notGzip) {
            file.close();
            throw notGzip;
        }
    }
}
