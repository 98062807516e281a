package care.trellis.imports;

import static care.trellis.imports.Fhir.text;

import care.trellis.clients.Coverage;
import care.trellis.imports.Candidate.Found;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who paid for the people of one bundle: from coverages where it has them, else from the payers
 * that its claims and statements name. The payer of the newest one is billed first.
 */
final class FhirPayers {

    private static final int LOWEST_PRIORITY = 9;

    /** Words that sources write where nobody pays. */
    private static final Set<String> NOBODY =
            Set.of("NO_INSURANCE", "Self-pay", "Self Pay", "None");

    private record Card(
            String patient,
            String id,
            String payer,
            String payerReference,
            String memberId,
            String group,
            LocalDate from,
            @Nullable LocalDate to) {}

    private record Stretch(LocalDate first, LocalDate last) {

        Stretch with(LocalDate day) {
            return new Stretch(day.isBefore(first) ? day : first, day.isAfter(last) ? day : last);
        }
    }

    private final ZoneId zone;
    private final List<Card> cards = new ArrayList<>();
    private final Map<String, String> organizations = new HashMap<>();
    private final Map<String, Map<String, Stretch>> named = new HashMap<>();

    FhirPayers(ZoneId zone) {
        this.zone = zone;
    }

    void organization(String fullUrl, JsonNode organization) {
        organizations.put(Fhir.id(fullUrl), text(organization, "name"));
        organizations.put(text(organization, "id"), text(organization, "name"));
    }

    /** Keeps a coverage, or says why not. */
    Optional<String> coverage(JsonNode coverage) {
        var from = Fhir.day(text(coverage, "period", "start"), zone);
        var to = Fhir.day(text(coverage, "period", "end"), zone);
        if (text(coverage, "status").equals("entered-in-error")) {
            return Optional.of("was entered in error");
        }
        if (from.isEmpty() || (to.isPresent() && to.get().isBefore(from.get()))) {
            return Optional.of("has no day it begins on");
        }
        String member = text(coverage, "subscriberId");
        cards.add(
                new Card(
                        Fhir.id(text(coverage, "beneficiary", "reference")),
                        text(coverage, "id"),
                        text(coverage, "payor", "display"),
                        Fhir.id(text(coverage, "payor", "reference")),
                        member.isEmpty() ? text(coverage, "identifier", "value") : member,
                        text(coverage, "class", "value"),
                        from.get(),
                        to.orElse(null)));
        return Optional.empty();
    }

    /** Notes whom a claim or its statement names as payer, and on which day. */
    void claim(JsonNode claim) {
        String patient = Fhir.id(text(claim, "patient", "reference"));
        String payer = text(claim, "insurance", "coverage", "display");
        if (payer.isEmpty()) {
            payer = text(claim, "insurer", "display");
        }
        var day = Fhir.day(text(claim, "billablePeriod", "start"), zone);
        if (payer.isEmpty() || NOBODY.contains(payer) || day.isEmpty()) {
            return;
        }
        named.computeIfAbsent(patient, any -> new LinkedHashMap<>())
                .merge(
                        payer,
                        new Stretch(day.get(), day.get()),
                        (known, more) -> known.with(more.first()));
    }

    /** The coverages of one patient, in the order they are billed. */
    List<Found<Coverage.Terms>> of(String patient) {
        var own = cards.stream().filter(card -> card.patient().equals(patient)).toList();
        return own.isEmpty() ? fromClaims(patient) : fromCards(own);
    }

    /** One reason for each coverage of somebody who is not in the bundle. */
    List<String> unowned(Set<String> patients) {
        return cards.stream()
                .filter(card -> !patients.contains(card.patient()))
                .map(card -> "belongs to nobody in this file")
                .toList();
    }

    private List<Found<Coverage.Terms>> fromCards(List<Card> own) {
        var newestFirst =
                own.stream()
                        .sorted(
                                Comparator.<Card, LocalDate>comparing(card ->
                                                card.to() == null ? LocalDate.MAX : card.to())
                                        .thenComparing(Card::from)
                                        .reversed())
                        .toList();
        return numbered(
                newestFirst.stream()
                        .map(card ->
                                new Found<>(
                                        card.id().isEmpty() ? payerOf(card) : card.id(),
                                        new Coverage.Terms(
                                                null,
                                                payerOf(card),
                                                card.memberId(),
                                                card.group(),
                                                1,
                                                card.from(),
                                                card.to()))));
    }

    private String payerOf(Card card) {
        String name =
                card.payer().isEmpty()
                        ? organizations.getOrDefault(card.payerReference(), "")
                        : card.payer();
        return name.isEmpty() ? "Payer not named" : name;
    }

    private List<Found<Coverage.Terms>> fromClaims(String patient) {
        var newestFirst =
                named.getOrDefault(patient, Map.of()).entrySet().stream()
                        .sorted(
                                Comparator.<Map.Entry<String, Stretch>, LocalDate>comparing(
                                                one -> one.getValue().last())
                                        .reversed()
                                        .thenComparing(Map.Entry::getKey))
                        .toList();
        return numbered(
                newestFirst.stream()
                        .map(one ->
                                new Found<>(
                                        "payer " + one.getKey(),
                                        new Coverage.Terms(
                                                null,
                                                one.getKey(),
                                                "",
                                                "",
                                                1,
                                                one.getValue().first(),
                                                one == newestFirst.getFirst()
                                                        ? null
                                                        : one.getValue().last()))));
    }

    private static List<Found<Coverage.Terms>> numbered(Stream<Found<Coverage.Terms>> ordered) {
        var list = new ArrayList<Found<Coverage.Terms>>();
        ordered.forEach(found -> {
            var terms = found.what();
            list.add(
                    new Found<>(
                            found.sourceId(),
                            new Coverage.Terms(
                                    null,
                                    terms.payerName(),
                                    terms.memberId(),
                                    terms.groupNumber(),
                                    Math.min(list.size() + 1, LOWEST_PRIORITY),
                                    terms.from(),
                                    terms.to())));
        });
        return list;
    }
}
