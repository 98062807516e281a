package care.trellis.medications;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a client is to be rated with the AIMS. */
@Service
public class AimsDue {

    /** How many days before it is due it is shown. */
    private static final int SHOWN_DAYS = 14;

    private final MedicationRecords records;
    private final AimsReminders reminders;
    private final Clients clients;

    AimsDue(MedicationRecords records, AimsReminders reminders, Clients clients) {
        this.records = records;
        this.reminders = reminders;
        this.clients = clients;
    }

    /**
     * The day by which it is due, where that is within two weeks or past; nothing where no
     * antipsychotic is taken by somebody in a program.
     */
    @Transactional(readOnly = true)
    public Optional<LocalDate> of(Permit permit, ClientId client) {
        permit.require(permit.action(), Medications.resource(client));
        var taken =
                records.taken().stream()
                        .filter(one -> one.client().equals(client.value()))
                        .map(one -> new AimsReminders.Taken(one.medication(), one.on()))
                        .toList();
        var rated = records.lastRated(AimsReminders.INSTRUMENT).get(client.value());
        var until = clients.today(permit, client).plusDays(SHOWN_DAYS);
        return reminders.due(taken, rated).filter(day -> !day.isAfter(until));
    }
}
