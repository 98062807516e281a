@NullMarked
package care.trellis.benefits.web;

import org.jspecify.annotations.NullMarked;
