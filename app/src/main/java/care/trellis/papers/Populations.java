package care.trellis.papers;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.Diagnoses;
import care.trellis.episodes.Diagnosis;
import care.trellis.papers.FormDefinition.Population;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whom a client's questions are chosen for: by age, by the diagnoses that hold, and by what was
 * answered about military service and pregnancy.
 */
@Component
class Populations {

    private static final int ADULT = 18;

    private final Clients clients;
    private final Diagnoses diagnoses;

    Populations(Clients clients, Diagnoses diagnoses) {
        this.clients = clients;
        this.diagnoses = diagnoses;
    }

    Set<Population> of(Permit permit, ClientId client, Answers known) {
        var today = clients.today(permit, client);
        var found = EnumSet.noneOf(Population.class);
        if (clients.find(permit, client).person().ageOn(today) < ADULT) {
            found.add(Population.TEEN);
        }
        if (known.yes("veteran")) {
            found.add(Population.VETERAN);
        }
        if (known.yes("pregnant")) {
            found.add(Population.PREGNANT);
        }
        var classes =
                diagnoses.of(permit, client).stream()
                        .filter(one -> one.holdsOn(today))
                        .flatMap(one -> one.finding().diagnosisClass().stream())
                        .collect(Collectors.toSet());
        boolean mental = classes.contains(Diagnosis.DiagnosisClass.MH);
        boolean use =
                classes.contains(Diagnosis.DiagnosisClass.SUD)
                        || classes.contains(Diagnosis.DiagnosisClass.OUD)
                        || known.yes("substance_use");
        if (mental) {
            found.add(Population.MH);
        }
        if (use) {
            found.add(Population.SUD);
        }
        if (mental && use) {
            found.add(Population.DUAL);
        }
        return found;
    }
}
