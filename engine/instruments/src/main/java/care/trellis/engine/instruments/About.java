package care.trellis.engine.instruments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument is, apart from its rules.
 *
 * @param version of this definition; a score is stored with it
 * @param dated the day of this definition
 * @param notice what must stand on every copy and rendering; null where nothing must
 * @param textLeftOut why wording is not in the file, where it would be allowed to be
 * @param languages in which the whole text is there
 * @param recall the period that it asks about, such as "2 weeks"
 * @param minimumAge in years; null where none is published
 * @param maximumAge in years, included; null where none is published
 * @param answeredBy the client, or a clinician
 * @param totals the lowest and highest total; null where it has no total
 * @param stem what is printed before the items, by language
 * @param loinc codes of the whole, such as {@code panel} and {@code total}; only verified ones
 * @param sources what its rules are cited from, by key
 * @param citations where each rule comes from, by the rule's name, such as {@code flag SI_ITEM9}
 * @param open what the sources leave open, in plain words
 * @param cadence when each kind of program gives it
 */
public record About(
        String id,
        String version,
        LocalDate dated,
        String title,
        Licence licence,
        @Nullable String notice,
        @Nullable String textLeftOut,
        Set<String> languages,
        @Nullable String recall,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        AnsweredBy answeredBy,
        @Nullable Totals totals,
        Map<String, String> stem,
        Map<String, String> loinc,
        Map<String, Source> sources,
        Map<String, Citation> citations,
        List<String> open,
        Map<ProgramKind, List<Moment>> cadence) {

    /** The same with the wording of a pack. */
    About worded(String packNotice, Map<String, String> packStem, Set<String> packLanguages) {
        return new About(
                id,
                version,
                dated,
                title,
                licence,
                packNotice,
                null,
                packLanguages,
                recall,
                minimumAge,
                maximumAge,
                answeredBy,
                totals,
                packStem,
                loinc,
                sources,
                citations,
                open,
                cadence);
    }

    /** Who answers. */
    public enum AnsweredBy {
        CLIENT,
        PARENT,
        CLINICIAN
    }

    /** The lowest and the highest total, both included. */
    public record Totals(BigDecimal from, BigDecimal to) {}

    /** A publication. */
    public record Source(String title, @Nullable String url) {}

    /** Kinds of programs with a cadence of their own. */
    public enum ProgramKind {
        ADULT_SUBSTANCE_USE,
        ADULT_MENTAL_HEALTH,
        TEEN
    }

    /** When an instrument is due, by default; a site can ask for more. */
    public enum Moment {
        /** At referral, at the latest 48 hours before admission. */
        PRE_ADMISSION,
        INTAKE,
        /** Only when the clinician sees a reason. */
        INTAKE_IF_INDICATED,
        EACH_DAY,
        WEEKLY,
        EVERY_TWO_WEEKS,
        /** Only in a track that treats it. */
        EVERY_TWO_WEEKS_IF_INDICATED,
        EVERY_FOUR_WEEKS,
        STEP_CHANGE,
        DISCHARGE,
        /** 7, 30, 90, 180 and 365 days after discharge. */
        FOLLOW_UP,
        /** The same, when a shorter screen before it was positive. */
        FOLLOW_UP_IF_INDICATED
    }
}
