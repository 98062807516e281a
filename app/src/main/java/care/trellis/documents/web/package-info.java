/** The pages of documents. */
@NullMarked
package care.trellis.documents.web;

import org.jspecify.annotations.NullMarked;
