/** The import's pages: choose files, watch, read the report. */
@NullMarked
package care.trellis.imports.web;

import org.jspecify.annotations.NullMarked;
