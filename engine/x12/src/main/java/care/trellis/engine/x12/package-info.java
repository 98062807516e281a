/**
 * HIPAA X12 5010: records in, segments out, and back. Pure Java on StAEDI; knows no database, clock
 * or web. Money is whole cents everywhere.
 *
 * <h2>Claims out</h2>
 *
 * <pre>{@code
 * ClaimWriter.write(Interchange, BillingProvider, List<Claim>) -> ClaimFile
 *   ClaimFile = Written(text, claims, lines, chargeCents) | Refused(List<ClaimProblem>)
 *   ClaimProblem(claim?, loop, segment, text)
 *
 * Interchange(Submitter(name, id, contactName, phone), Receiver(name, id), controlNumber, at, test)
 * BillingProvider(name, npi, taxId, taxonomy, Address(line1, line2?, city, state, zip))
 * Claim(patientControlNumber, subscriber, patient?, payer, form, diagnoses, authorizationNumber?,
 *       originalClaimNumber?, lines)
 *   Subscriber(person, memberId, groupNumber?)      Dependent(person, relationship)
 *   Person(lastName, firstName, middleName?, birthDate, sex, address)
 *   Payer(name, id, filingCode)                     Provider(lastName, firstName, npi, taxonomy?)
 *   ClaimForm = Institutional(typeOfBill, from, to, admissionType, pointOfOrigin?, patientStatus,
 *                             conditionCodes, attending)
 *             | Professional(placeOfService, frequency, rendering?, serviceFacility?)
 *   ServiceLine(date, revenueCode?, Procedure(code, modifiers)?, units, unit, chargeCents,
 *               controlNumber?)
 * }</pre>
 *
 * <p>{@code ClaimWriter.stream} writes a batch of any size claim by claim; {@code
 * ClaimReader.stream} reads one back.
 *
 * <h2>Remittances in</h2>
 *
 * <pre>{@code
 * RemittanceReader.read(InputStream) -> RemittanceFile(remittances, problems), hasErrors()
 * RemittanceReader.stream(InputStream, limitBytes, RemittanceListener, Problems)
 * RemittanceWriter.write(sender, receiver, controlNumber, at, List<Remittance>) -> String
 *
 * Remittance(payment, claims, providerAdjustments), balanced(), explainedCents()
 *   Payment(payer, payee, trace, method, date?, paidCents)        Party(name, qualifier?, id?)
 *   PaidClaim(patientControlNumber, status, chargeCents, paidCents, patientResponsibilityCents,
 *             payerClaimNumber?, adjustments, lines, remarks), balanced(), reversal()
 *   PaidLine(procedure?, modifiers, revenueCode?, date?, units, chargeCents, paidCents,
 *            adjustments, controlNumber?, remarks), balanced()
 *   Adjustment(group, reason, cents, quantity?)
 *   ProviderAdjustment(provider, fiscalPeriodEnd?, reason, reference?, cents)
 * }</pre>
 *
 * <h2>Everything that is said around a claim</h2>
 *
 * <pre>{@code
 * acknowledgments   TA1, 999        InterchangeAcknowledgment, GroupAcknowledgment
 * statuses          277CA, 276, 277 StatusReport, StatusQuestion
 * benefits          270, 271        BenefitQuestion, BenefitAnswer
 * reviews           278             ReviewRequest, ReviewAnswer
 * }</pre>
 *
 * Each has a reader that streams records to a listener, and a writer; what a payer writes is
 * written for tests and for the stand-in payer of the synthetic clinic.
 *
 * <h2>Any transaction</h2>
 *
 * {@link care.trellis.engine.x12.X12Reader#read} tells a {@link
 * care.trellis.engine.x12.X12Listener} every segment of any file and checks its envelopes; {@link
 * care.trellis.engine.x12.summary.Summary#write} and {@link care.trellis.engine.x12.X12Command}
 * make JSON of it. A further transaction is a parser of {@link care.trellis.engine.x12.Segment}s on
 * the way in, and a schema with a writer on {@link care.trellis.engine.x12.SegmentWriter} on the
 * way out.
 *
 * <p>Inbound is lenient, outbound is strict: {@link care.trellis.engine.x12.Problem} names segment
 * and line of what is wrong and repeats nothing of the file's content.
 */
@NullMarked
package care.trellis.engine.x12;

import org.jspecify.annotations.NullMarked;
