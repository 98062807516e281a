package care.trellis.benefits.web;

import java.util.List;

/**
 * An estimate on paper, in finished text.
 *
 * @param payer empty where no plan pays
 * @param words as the client reads them
 * @param unknown what was not said and could change the figures
 * @param before what the estimate before this one said, a sentence each; empty where it is the
 *     first
 */
public record EstimatePaper(
        String title,
        String organization,
        String phone,
        String client,
        String born,
        String date,
        String payer,
        List<String> words,
        String course,
        String perDay,
        String days,
        String charges,
        String total,
        List<BenefitsView.EstimateWeek> weeks,
        List<String> unknown,
        List<String> before) {

    /** Copies the lists. */
    public EstimatePaper {
        words = List.copyOf(words);
        weeks = List.copyOf(weeks);
        unknown = List.copyOf(unknown);
        before = List.copyOf(before);
    }

    /**
     * What a good-faith estimate names besides (45 CFR 149.610(c)(1)), in finished text; what is
     * not known is empty.
     *
     * @param begins the first day, or that none is set
     * @param codes that a day is expected to be billed with
     * @param state where the care is given
     */
    public record Provider(
            String program,
            String begins,
            String codes,
            List<String> diagnoses,
            String npi,
            String taxId,
            String address,
            String state) {

        /** Copies the list. */
        public Provider {
            diagnoses = List.copyOf(diagnoses);
        }
    }
}
