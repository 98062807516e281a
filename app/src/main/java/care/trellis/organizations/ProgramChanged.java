package care.trellis.organizations;

/** A program was changed in a way that rules may look at. Published inside the transaction. */
public record ProgramChanged(ProgramId program) {}
