@NullMarked
package care.trellis.web;

import org.jspecify.annotations.NullMarked;
