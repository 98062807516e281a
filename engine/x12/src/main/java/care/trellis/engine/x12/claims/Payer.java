package care.trellis.engine.x12.claims;

/**
 * Whom the claim goes to (loop 2010BB).
 *
 * @param name at most 60 characters
 * @param id the payer id of the clearinghouse or payer, 2 to 80 characters
 * @param filingCode SBR09: {@code CI} commercial, {@code BL} Blue Cross Blue Shield, {@code MA}
 *     Medicare A, {@code MB} Medicare B, {@code MC} Medicaid, {@code HM} HMO, {@code CH} TRICARE,
 *     {@code ZZ} unknown
 */
public record Payer(String name, String id, String filingCode) {}
