package care.trellis.chain;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.FollowUp;
import care.trellis.authorizations.Packet;
import care.trellis.authorizations.ReviewTerms;
import care.trellis.web.Initials;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the worklist as text, with the day that orders it.
 *
 * @param on the day somebody must act
 * @param rank of one day, what is worse stands first
 */
record WorklistLine(LocalDate on, int rank, AuthorizationsView.Row row) {

    static final String OWNER = "Utilization reviewer";

    /**
     * A matter of an authorization.
     *
     * @param past booked days after its last unit
     * @param hours by which the payer's decision is late; negative where it is not
     */
    static WorklistLine of(
            Authorization one,
            Outlook look,
            ReviewTerms terms,
            @Nullable FollowUp step,
            LocalDate on,
            @Nullable Packet packet,
            String name,
            int past,
            LocalDate today,
            long hours) {
        String why;
        String action;
        Tone tone;
        int rank = 3;
        if (look.overdrawn()) {
            why = "Overdrawn by " + one.unit().words(look.drawn().overdrawn());
            action = "Ask for more";
            tone = Tone.BAD;
            rank = 0;
        } else if (one.state() == AuthorizationState.REQUESTED) {
            why =
                    hours >= 0
                            ? "Decision late by " + hours + " h"
                            : terms.decisionHours(one.kind()) + " h clock runs";
            action = hours >= 0 ? "Call, then record the answer" : "Record the answer";
            tone = hours >= 0 ? Tone.BAD : Tone.INFO;
            rank = hours >= 0 ? 2 : 4;
        } else if (step != null) {
            why = "Denied";
            action = step.kind().label() + " by " + Words.brief(step.due());
            tone = on.isAfter(today.plusDays(3)) ? Tone.WATCH : Tone.BAD;
            rank = 2;
        } else {
            why =
                    on.isBefore(today)
                            ? "Asking is late"
                            : look.forecast().gone() ? "Used up" : ahead(today, on);
            action = terms.phone() != null ? "Call " + terms.phone() : "Ask for the next";
            tone =
                    !on.isAfter(today)
                            ? Tone.BAD
                            : !on.isAfter(today.plusDays(2)) ? Tone.WATCH : Tone.NEUTRAL;
        }
        return new WorklistLine(
                on,
                rank,
                new AuthorizationsView.Row(
                        day(on, today),
                        why,
                        tone,
                        name,
                        Initials.of(name),
                        one.payer(),
                        one.kind().label() + " · " + one.state().label().toLowerCase(Locale.ROOT),
                        look.level() == null ? "–" : look.level(),
                        left(one, look),
                        look.drawn().used().doubleValue(),
                        one.granted() == null ? 0 : one.granted(),
                        runsOut(one, look),
                        past > 0 && one.state().granted()
                                ? (chance(one, look).isEmpty() ? "" : chance(one, look) + ", ")
                                        + past
                                        + " booked after"
                                : chance(one, look),
                        action,
                        "/clients/"
                                + one.client().value()
                                + "/authorizations/"
                                + one.id().value()
                                + "/review",
                        tone == Tone.BAD ? OWNER : "",
                        packet == null ? "" : packet.ready() + "/" + packet.items(),
                        packet != null && packet.ready() == packet.items()));
    }

    private static String ahead(LocalDate today, LocalDate on) {
        long days = today.until(on, ChronoUnit.DAYS);
        return days == 0 ? "Ask today" : days == 1 ? "Tomorrow" : "In " + days + " days";
    }

    /** A client who is expected and has no authorization. */
    static WorklistLine without(
            JoinedRecords.Uncovered one,
            @Nullable Authorization asked,
            boolean edits,
            LocalDate today) {
        return new WorklistLine(today, 1, row(one, asked, edits));
    }

    private static AuthorizationsView.Row row(
            JoinedRecords.Uncovered one, @Nullable Authorization asked, boolean edits) {
        var base = "/clients/" + one.client().value() + "/authorizations";
        return new AuthorizationsView.Row(
                "Today",
                "None, and expected from " + Words.brief(one.first()),
                Tone.BAD,
                one.name(),
                Initials.of(one.name()),
                one.payer(),
                asked == null
                        ? "No authorization"
                        : "Asked "
                                + Words.brief(
                                        asked.requestedOn() == null
                                                ? asked.from()
                                                : asked.requestedOn()),
                "–",
                one.days() == 1 ? "1 day without" : one.days() + " days without",
                0,
                0,
                "Not covered",
                "",
                asked == null ? "Record a request" : "Record the answer",
                asked != null
                        ? base + "/" + asked.id().value() + "/review"
                        : edits ? base + "/new" : base,
                OWNER,
                "",
                false);
    }

    static String day(LocalDate on, LocalDate today) {
        if (on.equals(today)) {
            return "Today";
        }
        if (on.isBefore(today)) {
            return "Was due " + Words.brief(on);
        }
        return on.isBefore(today.plusDays(7)) ? Words.weekday(on) : Words.brief(on);
    }

    static String left(Authorization one, Outlook look) {
        var granted = one.granted();
        if (granted == null) {
            return one.requested() == null
                    ? "Nothing granted yet"
                    : one.unit().words(one.requested()) + " asked for";
        }
        return Words.plain(look.left()) + " of " + one.unit().words(granted) + " left";
    }

    static String runsOut(Authorization one, Outlook look) {
        if (!one.state().granted()) {
            return "–";
        }
        if (look.forecast().gone()) {
            return "Used up";
        }
        var likely = look.forecast().likely();
        return likely == null ? "Ends " + Words.weekday(one.to()) : Words.weekday(likely);
    }

    static String chance(Authorization one, Outlook look) {
        if (!one.state().granted() || look.forecast().gone()) {
            return "";
        }
        long percent = Math.round(look.forecast().probability() * 100);
        return look.forecast().likely() == null
                ? percent == 0 ? "" : percent + " % used up before"
                : percent + " %";
    }
}
