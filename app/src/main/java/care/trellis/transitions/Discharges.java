package care.trellis.transitions;

import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.DischargeReason;
import care.trellis.episodes.Episode;
import care.trellis.episodes.Episodes;
import care.trellis.papers.Answers;
import care.trellis.papers.FormDefinition;
import care.trellis.papers.Objection;
import care.trellis.papers.PaperSigned;
import care.trellis.web.When;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A signed discharge form ends the stay in its transaction: placements end with the last day, and
 * the seats ahead are given up.
 */
@Component
class Discharges implements Objection {

    private static final String FORM = "discharge";

    /** A last day further ahead is a slip of the pen. */
    private static final int MOST_DAYS_AHEAD = 60;

    private final Episodes episodes;
    private final Clients clients;
    private final NeedRecords needs;
    private final Clock clock;

    Discharges(Episodes episodes, Clients clients, NeedRecords needs, Clock clock) {
        this.episodes = episodes;
        this.clients = clients;
        this.needs = needs;
        this.clock = clock;
    }

    @Override
    public List<Problem> of(Permit permit, ClientId client, FormDefinition form, Answers answers) {
        if (!form.id().equals(FORM)) {
            return List.of();
        }
        var stay = stay(permit, client);
        if (stay.isEmpty()) {
            return List.of();
        }
        var last = lastDay(answers);
        var today = clients.today(permit, client);
        var earliest =
                stay.get()
                        .placement(today)
                        .map(Episode.Placement::from)
                        .orElse(stay.get().admittedOn());
        if (last.isEmpty() || last.get().isBefore(earliest)) {
            return List.of(
                    new Problem(
                            "last_day",
                            "BEFORE",
                            "Last day in the program: choose %s or later."
                                    .formatted(When.day(earliest))));
        }
        return last.get().isAfter(today.plusDays(MOST_DAYS_AHEAD))
                ? List.of(
                        new Problem(
                                "last_day",
                                "FAR",
                                "Last day in the program: choose a day within "
                                        + MOST_DAYS_AHEAD
                                        + " days."))
                : List.of();
    }

    /** Ends the stay that is open; one that was ended by hand stays as it was ended. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PaperSigned signed) {
        if (!signed.form().equals(FORM)) {
            return;
        }
        var client = signed.client();
        var stay = stay(signed.permit(), client);
        var last = lastDay(signed.answers());
        if (stay.isPresent() && last.isPresent()) {
            episodes.discharge(
                    signed.permit(),
                    client,
                    stay.get().id(),
                    last.get(),
                    reason(signed.answers().one("discharge_reason")));
            needs.settle(client, clock.instant());
            needs.drop(client, last.get(), clock.instant());
        }
    }

    private Optional<Episode> stay(Permit permit, ClientId client) {
        return episodes.of(permit, client).stream().filter(Episode::isOpen).findFirst();
    }

    private static Optional<LocalDate> lastDay(Answers answers) {
        try {
            return Optional.of(LocalDate.parse(answers.one("last_day")));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static DischargeReason reason(String answer) {
        return switch (answer) {
            case "Completed" -> DischargeReason.COMPLETED;
            case "Transferred to more care", "Transferred to less care" ->
                    DischargeReason.TRANSFERRED;
            case "Left against advice" -> DischargeReason.LEFT_AGAINST_ADVICE;
            case "Lost contact" -> DischargeReason.LOST_CONTACT;
            case "Deceased" -> DischargeReason.DECEASED;
            default -> DischargeReason.OTHER;
        };
    }
}
