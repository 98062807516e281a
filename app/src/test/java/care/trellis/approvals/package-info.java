@NullMarked
package care.trellis.approvals;

import org.jspecify.annotations.NullMarked;
