package care.trellis.payers;

/** A contract or one of its fees changed. Published inside the transaction. */
public record ContractChanged(ContractId contract) {}
