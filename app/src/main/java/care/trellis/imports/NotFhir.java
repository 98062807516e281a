package care.trellis.imports;

/** Whole and valid JSON that is no FHIR bundle: beside bundles in a folder it is passed over. */
final class NotFhir extends Exception {

    NotFhir() {
        super("It is JSON, but no FHIR bundle");
    }
}
