/** HIPAA X12 5010: records in, segments out, and back. Pure Java on StAEDI. */
@NullMarked
package care.trellis.engine.x12;

import org.jspecify.annotations.NullMarked;
