/** The pages of messages. */
@NullMarked
package care.trellis.messages.web;

import org.jspecify.annotations.NullMarked;
