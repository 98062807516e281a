/**
 * The pages of one person: the list of clients, the chart, and the admission with its forms. They
 * join what many rooms publish, and own nothing.
 */
@NullMarked
package care.trellis.chart;

import org.jspecify.annotations.NullMarked;
