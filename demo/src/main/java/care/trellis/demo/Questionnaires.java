package care.trellis.demo;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Offer;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.QuestionnairePlan;
import care.trellis.demo.story.QuestionnairePlan.Sheet;
import care.trellis.engine.instruments.About.Moment;
import care.trellis.measures.Alert;
import care.trellis.measures.Alerts;
import care.trellis.measures.Answering;
import care.trellis.measures.Cadences;
import care.trellis.measures.Giving;
import care.trellis.measures.Language;
import care.trellis.measures.Mode;
import care.trellis.measures.Respondents;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Set;

/** Measures as the clinic gives them: handed out with a code, answered on the tablet, acted on. */
@InDemo
class Questionnaires {

    /** Alerts about a course are looked at within the week. */
    private static final Duration LOOKED_AT = Duration.ofDays(6);

    private final Cadences cadences;
    private final Giving giving;
    private final Respondents respondents;
    private final Answering answering;
    private final Alerts alerts;
    private final Clock clock;

    Questionnaires(
            Cadences cadences,
            Giving giving,
            Respondents respondents,
            Answering answering,
            Alerts alerts,
            Clock clock) {
        this.cadences = cadences;
        this.giving = giving;
        this.respondents = respondents;
        this.answering = answering;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** What the programs give when, and who answers at any hour. */
    void agree(Clinic clinic) {
        var permit = clinic.badges().of(Colleague.DANA, Action.MEASURE_SETTINGS);
        for (var offer : Offer.values()) {
            var moments = new LinkedHashMap<String, Set<Moment>>();
            boolean teens = offer == Group.ADOLESCENT.offer();
            moments.put(
                    teens ? "PHQ-A" : "PHQ-9",
                    Set.of(Moment.INTAKE, Moment.EVERY_TWO_WEEKS, Moment.DISCHARGE));
            moments.put("GAD-7", Set.of(Moment.INTAKE, Moment.EVERY_TWO_WEEKS, Moment.DISCHARGE));
            moments.put("SESSION-CHECK", Set.of(Moment.EVERY_TWO_WEEKS));
            cadences.set(permit, clinic.house().program(offer), moments);
        }
        giving.nameResponsePhone(permit, "(828) 555-0199").orThrow();
    }

    /** One sitting on the tablet in the lobby, where the client types the code. */
    void answer(Clinic clinic, Participant person, QuestionnairePlan.Day day) {
        var client = clinic.stay(person).client();
        var language = day.spanish() ? Language.SPANISH : Language.ENGLISH;
        var given =
                giving.give(
                                clinic.badges()
                                        .of(
                                                Colleague.deskAt(person.group().place()),
                                                Action.MEASURE_GIVE),
                                Ids.next(),
                                client,
                                day.sheets().stream().map(Sheet::instrument).toList(),
                                Mode.TABLET,
                                language,
                                null)
                        .orThrow();
        if (!day.answered()) {
            return;
        }
        var token = respondents.exchange(OrganizationContext.current(), given.code()).orElseThrow();
        var holder = respondents.find(token).orElseThrow();
        for (var measure : holder.sitting().measures()) {
            var sheet = day.sheets().get(measure.number() - 1);
            sheet.answers()
                    .forEach((item, code) ->
                            answering.answer(holder.permit(), measure.id(), item, code, language));
            answering.submit(holder.permit(), measure.id(), sheet.words());
        }
    }

    /** What clinicians do at the end of a week: they look at courses that are not on track. */
    void review(Clinic clinic, Colleague clinician) {
        var permit = clinic.badges().of(clinician, Action.ALERT_ACT);
        var before = clock.instant().minus(LOOKED_AT);
        var staff = clinic.house().staff(clinician).value();
        for (var alert : alerts.open(permit)) {
            if (!alert.safety()
                    && staff.equals(alert.owner())
                    && alert.raisedAt().isBefore(before)) {
                alerts.close(
                                permit,
                                alert.id(),
                                alert.id().value().hashCode() % 3 == 0
                                        ? Alert.Decision.CHANGE_PLAN
                                        : Alert.Decision.CONTINUE,
                                null,
                                false,
                                "Talked it through in the individual session; attendance and supports hold. Look again in two weeks.")
                        .orThrow();
            }
        }
    }

    /** The totals of a day before the tablets came, as another system kept them. */
    static boolean before(Clinic clinic, LocalDate day) {
        return day.isBefore(clinic.plan().story().anchor().minusWeeks(QuestionnairePlan.WEEKS));
    }
}
