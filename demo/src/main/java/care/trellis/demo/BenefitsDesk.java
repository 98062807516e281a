package care.trellis.demo;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.REMITTANCE_POST;
import static java.nio.charset.StandardCharsets.US_ASCII;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.benefits.Benefits;
import care.trellis.benefits.Due;
import care.trellis.benefits.Findings;
import care.trellis.benefits.Findings.Answer;
import care.trellis.benefits.Findings.Counter;
import care.trellis.benefits.Findings.Limit;
import care.trellis.benefits.Findings.Network;
import care.trellis.benefits.Findings.State;
import care.trellis.benefits.Inquiries;
import care.trellis.benefits.Verification;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Insurer;
import care.trellis.demo.story.Place;
import care.trellis.exchange.Arrival;
import care.trellis.exchange.Exchange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * Admissions checks benefits on Tuesdays: the commercial payer by phone, the public ones by file,
 * and whoever the file does not reach by phone too. The last week's list is left for the visitor.
 */
@InDemo
class BenefitsDesk {

    private final Benefits benefits;
    private final Inquiries inquiries;
    private final Exchange exchange;

    BenefitsDesk(Benefits benefits, Inquiries inquiries, Exchange exchange) {
        this.benefits = benefits;
        this.inquiries = inquiries;
        this.exchange = exchange;
    }

    /** What is checked in the week that begins on this Monday. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var tuesday = monday.with(DayOfWeek.TUESDAY);
        boolean last = monday.equals(clinic.plan().story().anchor());
        return last
                ? List.of(
                        new Step(
                                Place.HOLLOW.at(monday, LocalTime.of(9, 40)),
                                () -> byFile(clinic, Insurer.HERITAGE)))
                : List.of(
                        new Step(
                                Place.HOLLOW.at(tuesday, LocalTime.of(9, 10)),
                                () -> byPhone(clinic)),
                        new Step(
                                Place.HOLLOW.at(tuesday, LocalTime.of(9, 50)),
                                () -> byFile(clinic, Insurer.HERITAGE, Insurer.OCOTILLO)),
                        new Step(
                                Place.HOLLOW.at(tuesday, LocalTime.of(10, 30)),
                                () -> answer(clinic, tuesday)));
    }

    private void byPhone(Clinic clinic) {
        var permit = clinic.badges().of(Colleague.OMAR, BENEFIT_EDIT);
        for (var due : benefits.due(permit)) {
            if (insurer(due) == Insurer.SUMMIT && due.admittedOn() != null) {
                int number = Math.floorMod(due.client().value().hashCode(), 1_000);
                benefits.record(
                                permit,
                                Ids.next(),
                                due.client(),
                                due.coverage(),
                                new Verification.Source(
                                        Verification.Way.PHONE,
                                        number % 2 == 0
                                                ? "Renee, provider line"
                                                : "Paul, provider line",
                                        "SDH-%06d".formatted(310_000 + number * 7)),
                                commercial(number))
                        .orThrow();
            }
        }
    }

    /** A copay of thirty dollars whatever the deductible, and sixty visits in the year. */
    private static Findings commercial(int number) {
        return new Findings(
                State.ACTIVE,
                Network.IN,
                number % 3 == 0 ? "Summit Choice Silver" : "Summit Choice Gold",
                new Limit(Limit.Unit.VISITS, 60, number % 9),
                new Counter(dollars(1_500), dollars(number % 1_500)),
                false,
                new Counter(dollars(6_000), dollars(number)),
                dollars(30),
                0,
                Answer.YES,
                number % 17 == 0 ? "Larkspur Demo Behavioral" : "",
                number % 17 == 0 ? "555-0148" : "",
                new Money(36_125),
                "");
    }

    private void byFile(Clinic clinic, Insurer... insurers) {
        var permit = clinic.badges().of(Colleague.OMAR, BENEFIT_EDIT);
        var asked = Arrays.asList(insurers);
        inquiries.ask(
                permit,
                benefits.due(permit).stream()
                        .filter(due -> due.asked() == null && due.admittedOn() != null)
                        .filter(due -> asked.contains(insurer(due)))
                        .map(due -> new Inquiries.Question(due.client(), due.coverage()))
                        .toList());
    }

    private void answer(Clinic clinic, LocalDate day) {
        var permit = clinic.badges().of(Colleague.OMAR, BENEFIT_EDIT);
        for (var file : inquiries.files(permit)) {
            if (file.answered() == 0) {
                var answer =
                        StandInPlan.answer(
                                inquiries.download(permit, file.number()),
                                file.payer(),
                                Math.toIntExact(file.number()),
                                day.atTime(10, 0));
                var came =
                        exchange.receive(
                                clinic.badges().of(Colleague.BEN, REMITTANCE_POST),
                                Arrival.Source.UPLOAD,
                                "benefits-" + file.number() + ".271",
                                answer.getBytes(US_ASCII));
                if (came.state() != Arrival.State.TAKEN) {
                    throw new IllegalStateException("Not taken: " + came.words());
                }
            }
        }
    }

    private static Insurer insurer(Due due) {
        return Arrays.stream(Insurer.values())
                .filter(insurer -> due.payer().startsWith(insurer.label()))
                .findFirst()
                .orElse(Insurer.OCOTILLO);
    }

    private static Money dollars(long dollars) {
        return new Money(dollars * 100);
    }
}
