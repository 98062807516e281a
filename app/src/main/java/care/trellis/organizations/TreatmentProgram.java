package care.trellis.organizations;

/** A program as it stands. */
public record TreatmentProgram(ProgramId id, ProgramDetails details, boolean retired) {}
