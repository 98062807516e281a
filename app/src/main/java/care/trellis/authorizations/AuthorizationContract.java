package care.trellis.authorizations;

import care.trellis.payers.ContractId;

/**
 * A contract that can be asked for a client.
 *
 * @param name payer and contract as people read it
 * @param required whether the payer pays nothing without an authorization
 */
public record AuthorizationContract(ContractId id, String name, boolean required) {}
