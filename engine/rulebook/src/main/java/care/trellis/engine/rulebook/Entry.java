package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.Session;
import org.jspecify.annotations.Nullable;

/** One session while it is being judged. */
final class Entry {

    final Session session;
    boolean counts = true;
    boolean held;
    @Nullable String reason;

    Entry(Session session) {
        this.session = session;
    }

    /** "10:15 group". */
    String label() {
        var start = session.startMinute();
        var kind = kind();
        if (start == null) {
            return kind;
        }
        int hour = start / 60 % 24;
        int minute = start % 60;
        return (hour < 10 ? "0" : "") + hour + (minute < 10 ? ":0" : ":") + minute + " " + kind;
    }

    private String kind() {
        var type = session.serviceType();
        if (type == null) {
            return "session";
        }
        return switch (type) {
            case INDIVIDUAL_THERAPY -> "individual session";
            case GROUP_THERAPY -> "group";
            case FAMILY_THERAPY -> "family session";
            case MULTI_FAMILY_GROUP -> "multi-family group";
            case EDUCATION_GROUP -> "education group";
            case LIFE_SKILLS -> "life-skills group";
            case ACTIVITY_THERAPY -> "activity group";
            case MEDICATION_MANAGEMENT -> "medication visit";
            case ASSESSMENT -> "assessment";
            case PSYCHIATRIC_EVALUATION -> "psychiatric evaluation";
            case PSYCHOLOGICAL_TESTING -> "testing session";
        };
    }
}
