/** The pages that set a program up, and those of settings as files. */
@NullMarked
package care.trellis.setup.web;

import org.jspecify.annotations.NullMarked;
