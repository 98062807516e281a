/** What a person does, in a real Chromium. */
@NullMarked
package care.trellis.browser;

import org.jspecify.annotations.NullMarked;
