package care.trellis.organizations;

import java.util.LinkedHashMap;
import java.util.Map;

/** The zones of the United States and its territories, by the names people know. */
public final class Zones {

    private static final String[] PAIRS = {
        "America/New_York", "Eastern (New York)",
        "America/Detroit", "Eastern (Detroit)",
        "America/Kentucky/Louisville", "Eastern (Louisville)",
        "America/Indiana/Indianapolis", "Eastern (Indianapolis)",
        "America/Chicago", "Central (Chicago)",
        "America/Indiana/Tell_City", "Central (Tell City)",
        "America/Menominee", "Central (Menominee)",
        "America/North_Dakota/Center", "Central (Center, North Dakota)",
        "America/Denver", "Mountain (Denver)",
        "America/Boise", "Mountain (Boise)",
        "America/Phoenix", "Mountain without daylight time (Phoenix)",
        "America/Los_Angeles", "Pacific (Los Angeles)",
        "America/Anchorage", "Alaska (Anchorage)",
        "America/Adak", "Aleutian (Adak)",
        "Pacific/Honolulu", "Hawaii (Honolulu)",
        "America/Puerto_Rico", "Atlantic (Puerto Rico)",
        "America/St_Thomas", "Atlantic (U.S. Virgin Islands)",
        "Pacific/Guam", "Chamorro (Guam)",
        "Pacific/Pago_Pago", "Samoa (Pago Pago)"
    };

    private Zones() {}

    /** The picker's lines; a zone already chosen is among them, whatever it is. */
    public static Map<String, String> with(String chosen) {
        var zones = new LinkedHashMap<String, String>();
        for (int pair = 0; pair < PAIRS.length; pair += 2) {
            zones.put(PAIRS[pair], PAIRS[pair + 1]);
        }
        if (!chosen.isEmpty()) {
            zones.putIfAbsent(chosen, chosen);
        }
        return zones;
    }
}
