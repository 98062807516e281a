package care.trellis.engine.rulebook.facts;

/** How a Medicaid program pays: claim by claim, or through a managed care plan. */
public enum DeliverySystem {
    FEE_FOR_SERVICE,
    MANAGED_CARE
}
