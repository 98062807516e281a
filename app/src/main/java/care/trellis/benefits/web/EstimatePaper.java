package care.trellis.benefits.web;

import java.util.List;

/**
 * An estimate on paper, in finished text.
 *
 * @param payer empty where no plan pays
 * @param words as the client reads them
 * @param unknown what was not said and could change the figures
 */
public record EstimatePaper(
        String title,
        String organization,
        String npi,
        String taxId,
        String address,
        String phone,
        String client,
        String born,
        String date,
        String payer,
        List<String> words,
        String course,
        String perDay,
        String charges,
        String total,
        List<BenefitsView.EstimateWeek> weeks,
        List<String> unknown) {

    /** Copies the lists. */
    public EstimatePaper {
        words = List.copyOf(words);
        weeks = List.copyOf(weeks);
        unknown = List.copyOf(unknown);
    }
}
