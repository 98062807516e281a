package care.trellis.exchange;

import static care.trellis.base.Action.REMITTANCE_POST;
import static care.trellis.base.Action.REMITTANCE_VIEW;
import static care.trellis.base.Action.WRITE_OFF_APPROVE;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.billing.RemittancePosting;
import care.trellis.billing.Remittances;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The door to posting a file although a payment in it repeats the number of another one: one person
 * asks and says why, another one has it posted. Money that is posted twice is believed twice.
 */
@Service
public class OverrideRequests {

    /** Characters of a reason. */
    public static final int LONGEST = 400;

    private final OverrideRecords records;
    private final ArrivalRecords arrivals;
    private final Remittances remittances;
    private final Audit audit;
    private final Clock clock;

    OverrideRequests(
            OverrideRecords records,
            ArrivalRecords arrivals,
            Remittances remittances,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.arrivals = arrivals;
        this.remittances = remittances;
        this.audit = audit;
        this.clock = clock;
    }

    /** What waits for a second person, the oldest first. */
    @Transactional(readOnly = true)
    public List<OverrideRequest> open(Permit permit) {
        permit.require(REMITTANCE_VIEW, REMITTANCE_POST, WRITE_OFF_APPROVE);
        return records.open(permit.actor().account());
    }

    /**
     * Asks for a second person. Asked twice, the first one stands.
     *
     * @param key made with the form; becomes its id
     * @throws NotFound when no such file waits because it repeats a payment
     */
    @Transactional
    public Change<UUID> ask(Permit permit, UUID key, ArrivalId arrival, String reason) {
        permit.require(REMITTANCE_POST);
        arrivals.find(arrival)
                .filter(one -> one.state() == Arrival.State.REPEATS)
                .orElseThrow(NotFound::new);
        var problems = new Problems().text(reason, LONGEST, "reason", "why it is another payment");
        if (!problems.none()) {
            return problems.refused();
        }
        if (records.insert(key, arrival, reason.strip(), permit.actor(), clock.instant())) {
            audit.record(permit, "exchange.override_request", key, null, "ASKED");
        }
        return new Change.Done<>(key);
    }

    /**
     * Answers what another person asked. Posted, everything of the file is: all of it or nothing.
     *
     * @return refused for one's own, or where something else speaks against posting by now
     * @throws NotFound when nothing of that id waits
     */
    @Transactional
    public Change<UUID> answer(Permit permit, UUID request, boolean post) {
        permit.require(WRITE_OFF_APPROVE);
        var asked = find(permit, request);
        if (asked.mine()) {
            return Change.refused(
                    "", "OWN", "You asked for it yourself: another person must answer.");
        }
        var answer = post ? OverrideRequest.Answer.POSTED : OverrideRequest.Answer.REFUSED;
        if (!records.answer(request, answer, permit.actor(), clock.instant())) {
            throw new NotFound();
        }
        audit.record(permit, "exchange.override_request", request, null, answer.name());
        if (post && post(permit, asked.arrival()) instanceof Change.Refused<UUID> refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return refused;
        }
        return new Change.Done<>(request);
    }

    private Change<UUID> post(Permit permit, ArrivalId id) {
        var arrival = arrivals.find(id).orElseThrow(NotFound::new);
        var content = arrivals.content(id).orElseThrow(NotFound::new);
        return switch (remittances.postAllTheSame(permit, id.value(), "exchange.835", content)) {
            case RemittancePosting.Posted posted -> {
                arrivals.settle(
                        id,
                        Arrival.State.TAKEN,
                        arrival.kinds(),
                        List.of(
                                Exchange.words(posted)
                                        + " Two people had it posted although it repeats a payment."));
                audit.record(permit, "exchange.arrival", id.value(), null, "TAKEN");
                yield new Change.Done<>(id.value());
            }
            case RemittancePosting.AlreadyPosted known ->
                    Change.refused("", "KNOWN", "The very same file was posted before.");
            case RemittancePosting.Refused(var reasons) ->
                    Change.refused("", "REFUSED", String.join(" ", reasons));
            case RemittancePosting.Repeats(var reasons) ->
                    Change.refused("", "REPEATS", String.join(" ", reasons));
        };
    }

    /**
     * Takes back what one asked.
     *
     * @throws NotFound when nothing of that id waits, or another person asked for it
     */
    @Transactional
    public void withdraw(Permit permit, UUID request) {
        permit.require(REMITTANCE_POST);
        if (!find(permit, request).mine()
                || !records.answer(
                        request,
                        OverrideRequest.Answer.WITHDRAWN,
                        permit.actor(),
                        clock.instant())) {
            throw new NotFound();
        }
        audit.record(permit, "exchange.override_request", request, null, "WITHDRAWN");
    }

    private OverrideRequest find(Permit permit, UUID request) {
        return records.open(permit.actor().account()).stream()
                .filter(one -> one.id().equals(request))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
