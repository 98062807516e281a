package care.trellis.demo;

import static care.trellis.base.Action.CLAIM_SUBMIT;
import static care.trellis.base.Action.CLAIM_VIEW;
import static care.trellis.base.Action.REMITTANCE_POST;
import static java.nio.charset.StandardCharsets.US_ASCII;

import care.trellis.base.Ids;
import care.trellis.billing.Chosen;
import care.trellis.billing.ClaimRow;
import care.trellis.billing.Claims;
import care.trellis.billing.NextPayer;
import care.trellis.billing.NextPayers;
import care.trellis.billing.RemittancePosting;
import care.trellis.billing.Remittances;
import care.trellis.billing.Submission;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Insurer;
import care.trellis.demo.story.Place;
import care.trellis.exchange.Arrival;
import care.trellis.exchange.Exchange;
import care.trellis.ledger.Ledger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The biller's week: what is billable of the weeks before goes out on Wednesday, and the stand-in
 * payers answer eight days later.
 */
@InDemo
class BillingOffice {

    private static final Duration ANSWERED_AFTER = Duration.ofDays(8);
    private static final int PAID_PERCENT = 85;
    private static final long COPAY_CENTS = 3_000;
    private static final int ONE_LINE_IN = 31;
    private static final List<String> REASONS = List.of("16", "252", "50", "18", "197");
    private static final Pattern LINE = Pattern.compile("REF\\*6R\\*([^~]+)~");

    private final Ledger ledger;
    private final Claims claims;
    private final NextPayers next;
    private final Remittances remittances;
    private final Exchange exchange;

    BillingOffice(
            Ledger ledger,
            Claims claims,
            NextPayers next,
            Remittances remittances,
            Exchange exchange) {
        this.next = next;
        this.ledger = ledger;
        this.claims = claims;
        this.remittances = remittances;
        this.exchange = exchange;
    }

    /** What the biller does in the week that begins on this Monday. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var wednesday = Place.HOLLOW.at(monday.with(DayOfWeek.WEDNESDAY), LocalTime.of(10, 0));
        var thursday = monday.with(DayOfWeek.THURSDAY);
        return List.of(
                new Step(wednesday, () -> submit(clinic, monday)),
                new Step(
                        Place.HOLLOW.at(monday.with(DayOfWeek.WEDNESDAY), LocalTime.of(10, 20)),
                        () -> sendOn(clinic)),
                new Step(
                        Place.HOLLOW.at(monday.with(DayOfWeek.WEDNESDAY), LocalTime.of(14, 0)),
                        () -> acknowledge(clinic, monday.with(DayOfWeek.WEDNESDAY))),
                new Step(
                        Place.HOLLOW.at(thursday, LocalTime.of(11, 0)),
                        () -> answer(clinic, thursday)));
    }

    private void submit(Clinic clinic, LocalDate before) {
        var permit = clinic.badges().of(Colleague.BEN, CLAIM_SUBMIT);
        ledger.settle(permit, before.minusWeeks(2), before.minusDays(1));
        var chosen = new ArrayList<Chosen>();
        for (var one : claims.ready(permit).all()) {
            var days = one.days().stream().filter(day -> day.isBefore(before)).toList();
            if (!days.isEmpty()) {
                chosen.add(new Chosen(one.contract(), one.client(), days));
            }
        }
        if (!chosen.isEmpty()) {
            var sent =
                    Outcomes.expect(
                            Submission.Sent.class, claims.submit(permit, Ids.next(), chosen));
            if (!sent.leftOut().isEmpty()) {
                throw new IllegalStateException("Claims were left out: " + sent.leftOut());
            }
        }
    }

    /** What the first payer left goes to the second; what was answered last waits a week. */
    private void sendOn(Clinic clinic) {
        var permit = clinic.badges().of(Colleague.BEN, CLAIM_SUBMIT);
        var claims = next.waiting(permit).stream().map(NextPayer::claim).toList();
        if (!claims.isEmpty()) {
            var sent =
                    Outcomes.expect(Submission.Sent.class, next.send(permit, Ids.next(), claims));
            if (!sent.leftOut().isEmpty()) {
                throw new IllegalStateException("Not sent on: " + sent.leftOut());
            }
        }
    }

    /** The clearinghouse has looked at the day's files, and taken every claim on. */
    private void acknowledge(Clinic clinic, LocalDate day) {
        var now = Place.HOLLOW.at(day, LocalTime.of(14, 0));
        var see = clinic.badges().of(Colleague.BEN, CLAIM_VIEW);
        var take = clinic.badges().of(Colleague.BEN, REMITTANCE_POST);
        for (var file : claims.files(see)) {
            if (Duration.between(file.at(), now).compareTo(Duration.ofHours(6)) < 0) {
                var sent = new String(claims.download(see, file.id()).content(), US_ASCII);
                var house = new StandInClearinghouse(sent, day.atTime(13, 30));
                for (var answer : List.of(house.form(), house.claims())) {
                    var came =
                            exchange.receive(
                                    take,
                                    Arrival.Source.UPLOAD,
                                    answer.name(),
                                    answer.text().getBytes(US_ASCII));
                    if (came.state() != Arrival.State.TAKEN) {
                        throw new IllegalStateException("Not taken: " + came.words());
                    }
                }
            }
        }
    }

    private void answer(Clinic clinic, LocalDate day) {
        var now = Place.HOLLOW.at(day, LocalTime.of(11, 0));
        var permit = clinic.badges().of(Colleague.BEN, CLAIM_VIEW);
        for (var file : claims.files(permit)) {
            var waited = Duration.between(file.at(), now);
            if (waited.compareTo(ANSWERED_AFTER) >= 0
                    && waited.compareTo(ANSWERED_AFTER.plusDays(7)) < 0) {
                var sent = claims.download(permit, file.id()).content();
                post(clinic, insurer(file.payer()), day, new String(sent, US_ASCII));
            }
        }
    }

    private void post(Clinic clinic, Insurer insurer, LocalDate day, String sent) {
        var payer =
                new StandInPayer(
                        insurer.label(),
                        insurer.code(),
                        PAID_PERCENT,
                        insurer == Insurer.SUMMIT ? COPAY_CENTS : 0,
                        denials(clinic, sent));
        int number = Math.toIntExact(day.toEpochDay() * 10 + insurer.ordinal());
        var trace = (sent.contains("\nSBR*S*") ? "EFS" : "EFT") + number;
        var answer = payer.answer(sent, number, trace, day.atTime(6, 0));
        Outcomes.expect(
                RemittancePosting.Posted.class,
                remittances.post(
                        clinic.badges().of(Colleague.BEN, REMITTANCE_POST),
                        Ids.next(),
                        insurer.code() + "-" + day + ".835",
                        answer.getBytes(US_ASCII)));
    }

    /** What this answer denies: the planted claim, and a line here and there. */
    private static Map<String, String> lines(String sent) {
        return LINE.matcher(sent)
                .results()
                .map(found -> found.group(1))
                .filter(line -> Math.floorMod(line.hashCode(), ONE_LINE_IN) == 0)
                .collect(
                        Collectors.toMap(
                                line -> line,
                                line ->
                                        REASONS.get(
                                                Math.floorMod(
                                                        line.hashCode() / ONE_LINE_IN,
                                                        REASONS.size()))));
    }

    private Map<String, String> denials(Clinic clinic, String sent) {
        var all = new HashMap<>(lines(sent));
        all.putAll(denials(clinic));
        return all;
    }

    /** The one claim that is denied for want of an authorization (CARC 197), by its number. */
    private Map<String, String> denials(Clinic clinic) {
        var person = clinic.plan().denied();
        var monday = clinic.plan().deniedWeek();
        if (!clinic.isAdmitted(person)) {
            return Map.of();
        }
        var client = clinic.stay(person).client();
        return claims.list(clinic.badges().of(Colleague.BEN, CLAIM_VIEW), 0).stream()
                .filter(row -> row.client().equals(client))
                .filter(row -> !row.from().isBefore(monday))
                .filter(row -> row.from().isBefore(monday.plusWeeks(1)))
                .collect(Collectors.toMap(ClaimRow::number, row -> "197"));
    }

    private static Insurer insurer(String payer) {
        return Arrays.stream(Insurer.values())
                .filter(insurer -> payer.startsWith(insurer.label()))
                .findFirst()
                .orElseThrow();
    }
}
