/** The pages of papers. */
@NullMarked
package care.trellis.papers.web;

import org.jspecify.annotations.NullMarked;
