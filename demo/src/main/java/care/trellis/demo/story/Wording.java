package care.trellis.demo.story;

import java.util.List;
import java.util.random.RandomGenerator;

/** What notes say. No sentence names anybody, and no two people of one group get the same words. */
public final class Wording {

    private static final List<String> FOCUS =
            List.of(
                    "Triggers and early signs",
                    "Sleep and routine",
                    "Asking for help",
                    "Thoughts that are not facts",
                    "Boundaries at home",
                    "Riding out an urge",
                    "What a good day looks like",
                    "Shame and self-talk");
    private static final List<String> METHOD =
            List.of(
                    "CBT",
                    "DBT skills",
                    "Motivational interviewing",
                    "Psychoeducation",
                    "Behavioral activation");
    private static final List<String> NARRATIVE =
            List.of(
                    "Check-in with a number for mood and one for energy. The group looked at %s, worked through an example on the board and practised in pairs. Everybody left with one thing to try before the next meeting.",
                    "The group began with a breathing exercise and reviewed what was tried since the last meeting. Today's theme was %s; members gave each other feedback, and the facilitator tied it to the goals of the plan.",
                    "Short teaching on %s, followed by a worksheet and an open round. The facilitator named what went well and kept the time so that each could speak.");
    private static final List<String> BEGAN =
            List.of(
                    "Spoke early and at some length about the past two days.",
                    "Listened for the first half, then shared when asked.",
                    "Brought the worksheet filled in and read from it.",
                    "Came in tense and said so.",
                    "Described an argument at home and what came after it.",
                    "Reported a better night and more energy.",
                    "Was tearful while talking about the weekend.",
                    "Joked at first, then became serious.",
                    "Asked the others how they handle mornings.",
                    "Said that the homework had felt too big.",
                    "Talked about a hard conversation with a supervisor.",
                    "Named a craving that came and went on the way here.");
    private static final List<String> WORKED =
            List.of(
                    "Linked the feeling to a thought and found one other way to see it",
                    "Practised the skill in pairs and repeated it without help",
                    "Named two early signs and one thing that helps",
                    "Gave clear feedback and took some in return",
                    "Rated the urge before and after, from 7 to 4",
                    "Planned one small step for tonight and said when",
                    "Accepted a different view after some discussion",
                    "Needed a prompt to stay with the topic and then did");
    private static final List<String> NEXT =
            List.of(
                    "wants to try it before the next meeting.",
                    "asked for a copy of the worksheet.",
                    "agreed to write it down once a day.",
                    "will tell a family member about it.",
                    "is unsure and will come back to it.",
                    "set a reminder on the phone.");

    private Wording() {}

    /** What the group did, the same for all. */
    public record Shared(String focus, String method, String narrative) {}

    /** The shared part of one group's note. */
    public static Shared shared(RandomGenerator random) {
        var focus = pick(FOCUS, random);
        return new Shared(
                focus,
                pick(METHOD, random),
                pick(NARRATIVE, random)
                        .formatted(Character.toLowerCase(focus.charAt(0)) + focus.substring(1)));
    }

    /**
     * One person's line.
     *
     * @param seat the place on the roster: lines of different seats, up to twelve, never agree
     * @param turn what the whole roster is turned by, so that a seat has other words next time
     */
    public static String line(int seat, int turn, RandomGenerator random) {
        return BEGAN.get(Math.floorMod(seat + turn, BEGAN.size()))
                + " "
                + pick(WORKED, random)
                + "; "
                + pick(NEXT, random);
    }

    /** Two lines that are nearly alike, as a busy evening makes them. */
    public static String alike(boolean second) {
        return "Took an active part in the discussion of early warning signs and named two of them. "
                + "Practised the breathing exercise and reported that it "
                + (second ? "eased" : "lowered")
                + " the tension. Will use it before bed this week.";
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
