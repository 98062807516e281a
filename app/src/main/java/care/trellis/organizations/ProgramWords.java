package care.trellis.organizations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings and program types that payer rules tell apart, each with the words for people. */
public final class ProgramWords {

    /** Where a program is run, as the payer rules know it. */
    public static final Map<String, String> SETTINGS =
            ordered(
                    "HOPD_ON_CAMPUS", "Hospital outpatient department, on campus",
                    "HOPD_OFF_CAMPUS_NONEXCEPTED",
                            "Hospital outpatient department, off campus (non-excepted)",
                    "HOSPITAL_BASED", "Hospital based, other",
                    "CMHC", "Community mental health center",
                    "CAH", "Critical access hospital",
                    "RHC", "Rural health clinic",
                    "FQHC", "Federally qualified health center",
                    "OTP_FREESTANDING", "Opioid treatment program, freestanding",
                    "FREESTANDING", "Freestanding clinic");

    /** What kind of program it is, as payers and licences know it. */
    public static final Map<String, String> TYPES =
            ordered(
                    "IOP", "IOP",
                    "IOP_PSYCHIATRIC", "IOP, psychiatric",
                    "IOP_SUD", "IOP, substance use",
                    "ASAM_1", "ASAM level 1",
                    "ASAM_2.1", "ASAM level 2.1",
                    "OASAS_IOS", "OASAS intensive outpatient service");

    private ProgramWords() {}

    private static Map<String, String> ordered(String... pairs) {
        var words = new LinkedHashMap<String, String>();
        for (int pair = 0; pair < pairs.length; pair += 2) {
            words.put(pairs[pair], pairs[pair + 1]);
        }
        return Collections.unmodifiableMap(words);
    }
}
