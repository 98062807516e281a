/** The pages of benefits: one client's, the list of what is to be checked, and the papers. */
@NullMarked
package care.trellis.benefits.web;

import org.jspecify.annotations.NullMarked;
