@NullMarked
package care.trellis.imports.web;

import org.jspecify.annotations.NullMarked;
