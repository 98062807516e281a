package care.trellis.transitions;

import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.Episode;
import care.trellis.episodes.Episodes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What speaks against a proposal: its days, its program and where that is. */
@Component
class ProposalChecks {

    /** How far ahead a transfer is made: the old stay counts as ended from the moment it is. */
    private static final int TRANSFER_DAYS = 7;

    /** And to another site: its staff read the record from the moment it is made. */
    private static final int MOVE_DAYS = 1;

    private final TransitionRecords records;
    private final Clients clients;
    private final Episodes episodes;

    ProposalChecks(TransitionRecords records, Clients clients, Episodes episodes) {
        this.records = records;
        this.clients = clients;
        this.episodes = episodes;
    }

    /** All problems of a proposal; only one where there is no stay to change. */
    Problems check(Permit permit, ClientId client, Optional<Episode> stay, Proposal proposal) {
        var problems = new Problems();
        if (stay.isEmpty()) {
            return problems.require(
                    false,
                    "",
                    "NOT_ADMITTED",
                    "The client is in no program: admit the client first.");
        }
        days(permit, client, stay.get(), proposal, problems);
        program(permit, client, stay.get(), proposal, problems);
        return problems;
    }

    private void days(
            Permit permit, ClientId client, Episode stay, Proposal proposal, Problems problems) {
        var steps = proposal.steps();
        if (steps.isEmpty() || steps.size() > Proposal.MOST_STEPS) {
            throw new IllegalArgumentException(
                    "A change has 1 to " + Proposal.MOST_STEPS + " steps");
        }
        var from = steps.getFirst().from();
        problems.require(
                !from.isBefore(clients.today(permit, client)),
                "from0",
                "PAST",
                "Choose today or a later day: days that are over stay as they were.");
        problems.require(
                from.isAfter(stay.admittedOn()),
                "from0",
                "BEFORE_ADMISSION",
                "Choose a day after the admission.");
        for (int i = 1; i < steps.size(); i++) {
            problems.require(
                    steps.get(i).from().isAfter(steps.get(i - 1).from()),
                    "from" + i,
                    "ORDER",
                    "Choose a day after the step before.");
        }
    }

    private void program(
            Permit permit, ClientId client, Episode stay, Proposal proposal, Problems problems) {
        var today = clients.today(permit, client);
        var from = proposal.steps().getFirst().from();
        boolean transfer = !proposal.program().equals(stay.program());
        var program =
                records.programs(client, permit.actor().sites()).stream()
                        .filter(one -> one.id().equals(proposal.program()))
                        .findFirst();
        problems.require(
                program.isPresent(),
                "program",
                "PROGRAM",
                "Choose one of the programs of the sites at which you work.");
        problems.require(
                !transfer || !from.isAfter(today.plusDays(TRANSFER_DAYS)),
                "from0",
                "TOO_FAR",
                "A transfer begins within a week: the old stay ends with it.");
        problems.require(
                program.filter(TransitionRecords.Program::elsewhere).isEmpty()
                        || !from.isAfter(today.plusDays(MOVE_DAYS)),
                "from0",
                "TOO_FAR",
                "A transfer to another site begins today or tomorrow: the record goes there at once.");
        problems.require(
                !transfer
                        || episodes.of(permit, client).stream()
                                .filter(other -> other.program().equals(proposal.program()))
                                .noneMatch(Episode::isOpen),
                "program",
                "ADMITTED",
                "The client is in this program already.");
    }
}
