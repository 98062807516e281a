package care.trellis.notes;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client's part of a group's note as it stands now.
 *
 * @param status the attendance mark: EXPECTED, PRESENT, ABSENT or EXCUSED
 * @param estimated nobody saw the client leave: the session's end stands for it
 * @param minutes present inside the session, whole minutes
 * @param participation 1 (little) to 4 (led others), or null where nobody said
 * @param goal the objective that it serves; null where none was chosen
 * @param version counts the saves of this line; 0 before the first
 * @param goals what can be chosen: the plan's open objectives
 * @param observed what the chips say the client did, or what a hand made of it
 * @param alike percent that the words resemble the client's last five notes at their most
 * @param writtenBy the account whose words these are; null for none yet
 * @param writer the name of the one who saved last; empty before the first save
 * @param twoTexts two people wrote this line at once, and nobody has chosen yet
 * @param signedNote the signed note, once there is one; then nothing here changes any more
 */
public record NoteLine(
        ClientId client,
        String givenName,
        String familyName,
        String status,
        @Nullable Instant arrivedAt,
        @Nullable Instant leftAt,
        boolean estimated,
        int minutes,
        String text,
        @Nullable Integer participation,
        @Nullable UUID goal,
        String noGoalReason,
        int version,
        List<Goal> goals,
        @Nullable NoteId signedNote,
        @Nullable Instant signedAt,
        String observed,
        boolean observedByHand,
        String sameTextReason,
        int alike,
        @Nullable UUID writtenBy,
        String writer,
        boolean twoTexts) {

    /**
     * An open objective of the client's plan.
     *
     * @param number of its goal and its own, such as {@code 1.2}
     */
    public record Goal(UUID id, String number, String text) {

        /** As people read it. */
        public String words() {
            return number + " " + text;
        }

        /** What is written stays out of logs. */
        @Override
        public String toString() {
            return "Goal[" + number + "]";
        }
    }

    public NoteLine {
        goals = List.copyOf(goals);
    }

    /** The same line with what can be chosen. */
    NoteLine withGoals(List<Goal> open) {
        return new NoteLine(
                client,
                givenName,
                familyName,
                status,
                arrivedAt,
                leftAt,
                estimated,
                minutes,
                text,
                participation,
                goal,
                noGoalReason,
                version,
                open,
                signedNote,
                signedAt,
                observed,
                observedByHand,
                sameTextReason,
                alike,
                writtenBy,
                writer,
                twoTexts);
    }

    /** Whether the client took part, so that a note is owed. */
    public boolean present() {
        return status.equals("PRESENT");
    }

    /** The clinician's own words: what templates wrote does not count, unless a hand changed it. */
    public String ownWords() {
        return observedByHand ? observed + " " + text : text;
    }

    /** All that the note will say of the client: what was observed, then the own words. */
    public String fullText() {
        return (observed.strip() + " " + text.strip()).strip();
    }

    /** Whether this account signs the words: it wrote them, or nobody else did. */
    public boolean writtenBy(UUID account) {
        return writtenBy == null || writtenBy.equals(account);
    }

    /** Whether the note is signed. */
    public boolean signed() {
        return signedNote != null;
    }

    /** Names nobody: logs may hold a line. */
    @Override
    public String toString() {
        return "NoteLine[" + client.value() + "]";
    }
}
