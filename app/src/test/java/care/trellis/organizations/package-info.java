/** Organizations, sites, programs, staff. */
@NullMarked
package care.trellis.organizations;

import org.jspecify.annotations.NullMarked;
