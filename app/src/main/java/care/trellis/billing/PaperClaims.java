package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.documents.GridSheet;
import care.trellis.engine.x12.claims.ClaimForm;
import care.trellis.episodes.Clearances;
import care.trellis.organizations.HomeTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to claims on paper: the UB-04 or CMS-1500 of a claim that went out, made of the same
 * record as its 837. Printing one is a disclosure, and is recorded as such.
 */
@Service
public class PaperClaims {

    private final ClaimPages pages;
    private final ClaimRecords records;
    private final Clearances clearances;
    private final HomeTime home;
    private final Audit audit;

    PaperClaims(
            ClaimPages pages,
            ClaimRecords records,
            Clearances clearances,
            HomeTime home,
            Audit audit) {
        this.pages = pages;
        this.records = records;
        this.clearances = clearances;
        this.home = home;
        this.audit = audit;
    }

    /**
     * A claim on its paper form.
     *
     * @param outlined to look at on a screen, its boxes drawn and named; else the text alone, for a
     *     form that comes printed
     * @return a PDF
     * @throws NotFound when there is no such claim at the reader's sites, or its client has not
     *     consented to disclosure for payment (42 CFR 2.31)
     */
    @Transactional
    public byte[] pdf(Permit permit, ClaimId id, boolean outlined) {
        permit.require(Action.CLAIM_SUBMIT);
        var claim = pages.detail(id, permit.actor().sites()).orElseThrow(NotFound::new);
        if (!clearances.of(permit, claim.row().client()).open()) {
            throw new NotFound();
        }
        var sent = sent(claim);
        audit.record(
                permit,
                "billing.claim",
                id.value(),
                claim.row().client().value(),
                outlined ? "SHOWN AS FORM" : "PRINTED ON FORM");
        return GridSheet.pdf(boxes(sent), outlined);
    }

    /**
     * The form of a claim with a cross in every place of every box, to see on one sheet whether a
     * printer is set right. It says nothing of anybody.
     *
     * @return a PDF of one page
     * @throws NotFound when there is no such claim at the reader's sites
     */
    @Transactional(readOnly = true)
    public byte[] testPrint(Permit permit, ClaimId id) {
        permit.require(Action.CLAIM_SUBMIT);
        var claim = pages.detail(id, permit.actor().sites()).orElseThrow(NotFound::new);
        var crossed =
                boxes(sent(claim)).getFirst().stream()
                        .map(box ->
                                new GridSheet.Box(
                                        box.name(),
                                        box.line(),
                                        box.column(),
                                        box.width(),
                                        "X".repeat(box.width())))
                        .toList();
        return GridSheet.pdf(List.of(crossed), false);
    }

    private SentClaims.Sent sent(ClaimDetail claim) {
        var file =
                records.file(claim.file())
                        .map(kept -> new String(kept.content(), StandardCharsets.US_ASCII))
                        .orElseThrow(NotFound::new);
        var sent = SentClaims.sent(file, claim.row().number());
        if (sent == null) {
            throw new NotFound();
        }
        return sent;
    }

    private List<List<GridSheet.Box>> boxes(SentClaims.Sent sent) {
        var today = home.today();
        return switch (sent.claim().form()) {
            case ClaimForm.Institutional form ->
                    Ub04.pages(sent.provider(), sent.claim(), form, today);
            case ClaimForm.Professional form ->
                    Cms1500.pages(sent.provider(), sent.claim(), form, today);
        };
    }
}
