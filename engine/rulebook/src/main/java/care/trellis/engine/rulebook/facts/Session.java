package care.trellis.engine.rulebook.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session the client attended.
 *
 * @param id names the session in a decision; the caller's own id, any unique text
 * @param startMinute the client's arrival, minutes after local midnight
 * @param endMinute the client's departure, minutes after the same midnight
 * @param minutes minutes the client was in the session; shorter than the span where they stepped
 *     out
 * @param staffCredential credential of who led it
 * @param staff credentials of everyone present
 * @param groupSize clients present
 */
public record Session(
        String id,
        LocalDate date,
        @Nullable Integer startMinute,
        @Nullable Integer endMinute,
        @Nullable Integer minutes,
        @Nullable ServiceType serviceType,
        @Nullable Modality modality,
        @Nullable String staffCredential,
        @Nullable List<String> staff,
        @Nullable Boolean noteSigned,
        @Nullable Integer groupSize,
        @Nullable String hcpcs,
        @Nullable Boolean onCmsIopList,
        @Nullable String iopList,
        @Nullable Boolean inOtpBundle,
        @Nullable Boolean startStopRecorded,
        @Nullable Boolean credentialsOnNote,
        @Nullable Boolean employee,
        @Nullable Boolean billedSeparately,
        @Nullable ClaimForm claimForm,
        @Nullable Boolean multiFamilyEducation) {

    /** Minutes cannot be negative, and nobody leaves before they came. */
    public Session {
        if (minutes != null && minutes < 0) {
            throw new IllegalArgumentException("session " + id + " has " + minutes + " minutes");
        }
        if (startMinute != null && endMinute != null && endMinute < startMinute) {
            throw new IllegalArgumentException(
                    "session "
                            + id
                            + " ends at minute "
                            + endMinute
                            + ", before it starts at "
                            + startMinute);
        }
    }

    /** A session the client attended from one minute of the day to another without a break. */
    public static Session attended(
            String id,
            LocalDate date,
            int startMinute,
            int endMinute,
            ServiceType serviceType,
            Modality modality,
            @Nullable String staffCredential,
            boolean noteSigned,
            @Nullable Integer groupSize,
            @Nullable String hcpcs,
            @Nullable Boolean onCmsIopList) {
        return new Session(
                id,
                date,
                startMinute,
                endMinute,
                endMinute - startMinute,
                serviceType,
                modality,
                staffCredential,
                null,
                noteSigned,
                groupSize,
                hcpcs,
                onCmsIopList,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same session with the minutes counted by the caller, where the client stepped out. */
    public Session withMinutes(int minutes) {
        return new Session(
                id,
                date,
                startMinute,
                endMinute,
                minutes,
                serviceType,
                modality,
                staffCredential,
                staff,
                noteSigned,
                groupSize,
                hcpcs,
                onCmsIopList,
                iopList,
                inOtpBundle,
                startStopRecorded,
                credentialsOnNote,
                employee,
                billedSeparately,
                claimForm,
                multiFamilyEducation);
    }
}
