/**
 * Paper: turns a template and its finished text into a PDF that a screen reader can read (PDF/UA-1)
 * and an archive can keep (PDF/A-3u). The fonts are embedded, nothing is fetched from anywhere. Any
 * room may print with it; it knows none of them and keeps nothing.
 */
@ApplicationModule(allowedDependencies = "base")
@NullMarked
package care.trellis.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
