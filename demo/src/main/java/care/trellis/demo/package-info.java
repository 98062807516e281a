/** The synthetic clinic, made by driving the doors of the modules with a settable clock. */
@NullMarked
package care.trellis.demo;

import org.jspecify.annotations.NullMarked;
