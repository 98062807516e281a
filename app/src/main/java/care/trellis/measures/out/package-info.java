/** Measures as other systems read them: FHIR R4 and CSV. */
@NullMarked
package care.trellis.measures.out;

import org.jspecify.annotations.NullMarked;
