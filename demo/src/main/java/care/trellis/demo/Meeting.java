package care.trellis.demo;

import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Place;
import care.trellis.demo.story.Presence;
import care.trellis.sessions.Modality;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One session as it is to happen.
 *
 * @param session found when it is needed: one that is planned during the week has no id before
 * @param block its place in the day, 0 first
 * @param coLead signs after the lead
 * @param presence whether somebody comes
 * @param leftUnsigned the note is written and nobody signs it
 */
record Meeting(
        Supplier<SessionId> session,
        Place place,
        Modality modality,
        LocalDate date,
        int block,
        Instant starts,
        Instant ends,
        Colleague lead,
        @Nullable Colleague coLead,
        List<Participant> people,
        Function<Participant, Presence> presence,
        boolean leftUnsigned) {}
