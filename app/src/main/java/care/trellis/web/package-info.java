/**
 * The shell that every page stands in: its frame, its shared parts and how a template name becomes
 * a page. View records here are finished text, because a template that can only print cannot leak
 * what it was never given. Any room may use it; it knows none of them.
 */
@ApplicationModule(
        allowedDependencies = {"base"},
        type = ApplicationModule.Type.OPEN)
@NullMarked
package care.trellis.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
