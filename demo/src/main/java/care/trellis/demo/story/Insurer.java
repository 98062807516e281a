package care.trellis.demo.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payers and their contracts, invented: one for each of the three ways in which a week is paid.
 */
public enum Insurer {
    SUMMIT(
            "Summit Demo Health",
            "SUMMITDEMO",
            "BCBSNC_COMMERCIAL_IOP",
            "837P",
            "CI",
            null,
            "57",
            true,
            "SDH",
            List.of(new Price("DAY", "S9480", null, 42_500))),
    HERITAGE(
            "Heritage Demo Medicare",
            "HERITAGEDEMO",
            "MEDICARE_HOPD_IOP",
            "837I",
            "MA",
            "13",
            null,
            false,
            "HDM",
            List.of(
                    new Price("GROUP_THERAPY", "90853", "0915", 14_500),
                    new Price("EDUCATION_GROUP", "G0177", "0942", 11_800),
                    new Price("ACTIVITY_THERAPY", "G0176", "0904", 11_800))),
    OCOTILLO(
            "Ocotillo Demo Medicaid",
            "OCOTILLODEMO",
            "AZ_AHCCCS_S9480",
            "837P",
            "MC",
            null,
            "57",
            true,
            "ODM",
            List.of(new Price("DAY", "S9480", null, 31_500)));

    /**
     * What is charged.
     *
     * @param service {@code DAY} for a per diem, else a service type
     * @param cents whole cents a unit
     */
    public record Price(String service, String procedure, @Nullable String revenue, int cents) {}

    private final String label;
    private final String code;
    private final String ruleSet;
    private final String form;
    private final String filing;
    private final @Nullable String billType;
    private final @Nullable String placeOfService;
    private final boolean authorizes;
    private final String memberPrefix;
    private final List<Price> prices;

    Insurer(
            String label,
            String code,
            String ruleSet,
            String form,
            String filing,
            @Nullable String billType,
            @Nullable String placeOfService,
            boolean authorizes,
            String memberPrefix,
            List<Price> prices) {
        this.label = label;
        this.code = code;
        this.ruleSet = ruleSet;
        this.form = form;
        this.filing = filing;
        this.billType = billType;
        this.placeOfService = placeOfService;
        this.authorizes = authorizes;
        this.memberPrefix = memberPrefix;
        this.prices = prices;
    }

    /** The payer's name. */
    public String label() {
        return label;
    }

    /** What the payer calls itself in files. */
    public String code() {
        return code;
    }

    /** The rulebook that decides its weeks. */
    public String ruleSet() {
        return ruleSet;
    }

    /** 837I or 837P. */
    public String form() {
        return form;
    }

    /** The claim filing code (SBR09). */
    public String filing() {
        return filing;
    }

    /** Facility type and class of an institutional claim. */
    public @Nullable String billType() {
        return billType;
    }

    /** Place of service of a professional claim. */
    public @Nullable String placeOfService() {
        return placeOfService;
    }

    /** Whether nothing is paid without an authorization. */
    public boolean authorizes() {
        return authorizes;
    }

    /** What its member ids begin with. */
    public String memberPrefix() {
        return memberPrefix;
    }

    /** What is charged to it. */
    public List<Price> prices() {
        return prices;
    }
}
