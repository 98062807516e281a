package care.trellis.imports;

import care.trellis.server.CannotStart;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code ./trellis import}.
 *
 * @param site name of the site where new clients are treated; null where there is only one
 * @param organization name of the organization; null where there is only one
 * @param json whether the report is JSON instead of a table
 */
record ImportArguments(
        Path path, @Nullable String site, @Nullable String organization, boolean json) {

    private static final String USAGE =
            "usage: ./trellis import PATH [--site NAME] [--organization NAME] [--json]";

    static ImportArguments of(String[] arguments) {
        String path = null;
        String site = null;
        String organization = null;
        boolean json = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--json" -> json = true;
                case "--site" -> site = next(arguments, ++i);
                case "--organization" -> organization = next(arguments, ++i);
                default -> {
                    if (path != null || arguments[i].startsWith("--")) {
                        throw new CannotStart(USAGE);
                    }
                    path = arguments[i];
                }
            }
        }
        if (path == null) {
            throw new CannotStart(USAGE);
        }
        return new ImportArguments(Path.of(path), site, organization, json);
    }

    private static String next(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new CannotStart(USAGE);
        }
        return arguments[at];
    }
}
