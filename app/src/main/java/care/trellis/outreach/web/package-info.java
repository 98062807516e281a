/** The pages of outreach. */
@NullMarked
package care.trellis.outreach.web;

import org.jspecify.annotations.NullMarked;
