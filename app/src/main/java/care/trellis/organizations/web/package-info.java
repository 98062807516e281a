/** The pages of an organization's settings. */
@NullMarked
package care.trellis.organizations.web;

import org.jspecify.annotations.NullMarked;
