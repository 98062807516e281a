package care.trellis.billing;

import care.trellis.base.Permit;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Receiver;
import care.trellis.engine.x12.Submitter;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The envelope of every file that leaves: who sends it to whom, under which number, at what time of
 * the organization, and whether it is test data, as all files of the demo are.
 */
@Component
public class Envelopes {

    private final Organizations organizations;
    private final HomeTime home;
    private final Clock clock;
    private final boolean test;

    Envelopes(
            Organizations organizations,
            HomeTime home,
            Clock clock,
            @Value("${trellis.demo:false}") boolean demo) {
        this.organizations = organizations;
        this.home = home;
        this.clock = clock;
        this.test = demo;
    }

    /**
     * The envelope of a file that leaves now.
     *
     * @param payer its name
     * @param receiver ISA08 of whom it is for
     * @param number of the interchange, 1 to 999,999,999
     */
    public Interchange of(Submitter from, String payer, String receiver, long number) {
        return new Interchange(
                from,
                new Receiver(payer, receiver),
                Math.toIntExact(number),
                LocalDateTime.ofInstant(clock.instant(), home.zone()),
                test);
    }

    /** The envelope of a file of claims, or about claims, under a contract. */
    Interchange of(Sender sender, ClaimFacts.Contract contract, long number) {
        return of(sender.submitter(), contract.payer(), contract.receiverId(), number);
    }

    /** The organization as it stands in the head of such a file, or what it lacks. */
    Sender.Found sender(Permit permit) {
        return Sender.of(organizations.identity(permit));
    }
}
