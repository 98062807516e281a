package care.trellis.imports.web;

import care.trellis.imports.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** Uploaded files while an import reads them: in a folder of their own, gone afterwards. */
final class Uploads {

    private final Path folder;
    private final List<InputFile> files = new ArrayList<>();

    Uploads(List<MultipartFile> uploaded) throws IOException {
        folder = Files.createTempDirectory("trellis-import");
        for (MultipartFile file : uploaded) {
            if (!file.isEmpty()) {
                var path = folder.resolve("upload-" + files.size());
                file.transferTo(path);
                files.add(new InputFile(name(file), path, false));
            }
        }
    }

    List<InputFile> files() {
        return List.copyOf(files);
    }

    void delete() {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Uploaded files could not be deleted", e);
        }
    }

    /** The name is shown and compared by its ending; it never becomes a path. */
    private static String name(MultipartFile file) {
        String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        int slash = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
        return given.substring(slash + 1);
    }
}
