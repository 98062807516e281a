package care.trellis.web;

import care.trellis.base.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses of static files that change when the file changes, so that a browser may keep each for
 * ever and still never shows an old one.
 */
public final class Assets {

    /** The icon sprite; a page uses one icon as {@code Assets.ICONS + "#name"}. */
    public static final String ICONS = url("icons.svg");

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private Assets() {}

    /**
     * The address of a file below {@code static/}, such as {@code css/parts.css}.
     *
     * @throws IllegalArgumentException if there is no such file: a page that loses its style should
     *     fail in a test
     */
    public static String of(String path) {
        return URLS.computeIfAbsent(path, Assets::url);
    }

    private static String url(String path) {
        try (var file = Assets.class.getResourceAsStream("/static/" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("No static file " + path);
            }
            var hash = Hashes.sha256(file.readAllBytes());
            return "/" + path + "?v=" + HexFormat.of().formatHex(hash, 0, 4);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the static file " + path, e);
        }
    }
}
