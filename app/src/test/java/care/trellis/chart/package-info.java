@NullMarked
package care.trellis.chart;

import org.jspecify.annotations.NullMarked;
