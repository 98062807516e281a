package care.trellis.imports;

import static care.trellis.imports.Fhir.text;

import care.trellis.clients.Person;
import care.trellis.clients.Sex;
import care.trellis.clients.Source;
import care.trellis.episodes.Diagnosis;
import care.trellis.episodes.Score;
import care.trellis.imports.Candidate.Found;
import care.trellis.imports.FileReport.Left;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Gathers the resources of one bundle around its patients. */
final class FhirPeople {

    /** Numbers of the state, not of a provider: never kept, not even to know a person again. */
    private static final Set<String> NOT_AN_IDENTITY =
            Set.of("SS", "DL", "PPN", "http://hl7.org/fhir/sid/us-ssn");

    private static final Set<String> NOT_SO = Set.of("refuted", "entered-in-error");

    private record About<T>(String patient, Found<T> found) {}

    private final ZoneId zone;
    private final Map<String, JsonNode> patients = new LinkedHashMap<>();
    private final List<About<Diagnosis.Finding>> diagnoses = new ArrayList<>();
    private final List<About<Score>> scores = new ArrayList<>();
    private final FhirPayers payers;
    private final Map<Left, Integer> left =
            new TreeMap<>(java.util.Comparator.comparing(Left::what).thenComparing(Left::reason));

    FhirPeople(ZoneId zone) {
        this.zone = zone;
        this.payers = new FhirPayers(zone);
    }

    void add(String fullUrl, JsonNode resource) {
        String type = text(resource, "resourceType");
        switch (type) {
            case "Patient" -> {
                String id = text(resource, "id");
                patients.put(id.isEmpty() ? Fhir.id(fullUrl) : id, resource);
            }
            case "Condition" -> condition(resource);
            case "Observation" -> observation(resource);
            case "QuestionnaireResponse" -> answers(resource);
            case "Coverage" -> payers.coverage(resource).ifPresent(why -> leave(type, why));
            case "Organization" -> {
                payers.organization(fullUrl, resource);
                leave(type, "is read for a payer's name only");
            }
            case "ExplanationOfBenefit", "Claim" -> {
                payers.claim(resource);
                leave(type, "is read for the payer's name only");
            }
            default -> leave(type.isEmpty() ? "Unnamed resource" : type, "is not kept here");
        }
    }

    /** Every patient with what the bundle says of them. Call it when all resources are added. */
    List<Candidate> candidates() {
        var candidates = new ArrayList<Candidate>();
        patients.forEach((id, patient) ->
                person(patient)
                        .ifPresent(person ->
                                candidates.add(
                                        new Candidate(
                                                source(id, patient),
                                                person,
                                                payers.of(id),
                                                of(id, diagnoses),
                                                of(id, scores),
                                                List.of(),
                                                Optional.empty()))));
        leaveUnowned("Condition", diagnoses);
        leaveUnowned("Observation", scores);
        payers.unowned(patients.keySet()).forEach(why -> leave("Coverage", why));
        return candidates;
    }

    List<Left> left() {
        return left.entrySet().stream()
                .map(each ->
                        new Left(each.getKey().what(), each.getKey().reason(), each.getValue()))
                .toList();
    }

    private void condition(JsonNode condition) {
        var coding = Fhir.diagnosisCoding(condition.path("code"));
        var from =
                Fhir.day(text(condition, "onsetDateTime"), zone)
                        .or(() -> Fhir.day(text(condition, "onsetPeriod", "start"), zone))
                        .or(() -> Fhir.day(text(condition, "recordedDate"), zone));
        if (NOT_SO.contains(text(condition, "verificationStatus", "coding", "code"))) {
            leave("Condition", "was refuted or entered in error");
        } else if (coding.isEmpty()) {
            leave("Condition", "has no code of ICD-10-CM or SNOMED");
        } else if (from.isEmpty()) {
            leave("Condition", "has no date");
        } else if (text(condition, "id").isEmpty()) {
            leave("Condition", "has no id to know it again by");
        } else {
            var code = text(coding.get(), "code");
            var words = text(coding.get(), "display");
            if (words.isEmpty()) {
                words = text(condition, "code", "text");
            }
            var finding =
                    new Diagnosis.Finding(
                            Fhir.isIcd(coding.get())
                                    ? Diagnosis.CodeSystem.ICD_10_CM
                                    : Diagnosis.CodeSystem.SNOMED,
                            code,
                            words.isEmpty() ? code : words,
                            from.get(),
                            ended(condition, from.get()).orElse(null));
            diagnoses.add(
                    new About<>(
                            Fhir.id(text(condition, "subject", "reference")),
                            new Found<>(text(condition, "id"), finding)));
        }
    }

    private Optional<LocalDate> ended(JsonNode condition, LocalDate from) {
        return Fhir.day(text(condition, "abatementDateTime"), zone)
                .or(() -> Fhir.day(text(condition, "abatementPeriod", "end"), zone))
                .map(end -> end.isBefore(from) ? from : end);
    }

    private void observation(JsonNode observation) {
        var instrument = Fhir.instrument(observation.path("code"));
        if (instrument.isEmpty()) {
            leave("Observation", "is not the total of a questionnaire we know");
            return;
        }
        var value = observation.path("valueQuantity").path("value");
        score(
                "Observation",
                observation,
                instrument.get(),
                value.isMissingNode() ? observation.path("valueInteger") : value,
                text(observation, "effectiveDateTime"),
                text(observation, "id"));
    }

    /** Totals stand among the answers, in items named by their LOINC code as form builders do. */
    private void answers(JsonNode response) {
        int before = scores.size();
        items(response, response.path("item"));
        if (scores.size() == before) {
            leave("QuestionnaireResponse", "holds no total of a questionnaire we know");
        }
    }

    private void items(JsonNode response, JsonNode items) {
        for (JsonNode item : items) {
            var instrument =
                    Loinc.instrument(Fhir.id(text(item, "linkId")))
                            .or(() -> Loinc.instrument(Fhir.id(text(item, "definition"))));
            var answer = item.path("answer").path(0);
            if (instrument.isPresent()) {
                score(
                        "QuestionnaireResponse",
                        response,
                        instrument.get(),
                        answer.has("valueInteger")
                                ? answer.path("valueInteger")
                                : answer.path("valueDecimal"),
                        text(response, "authored"),
                        text(response, "id") + "/" + instrument.get());
            }
            items(response, item.path("item"));
        }
    }

    private void score(
            String type,
            JsonNode resource,
            String instrument,
            JsonNode value,
            String when,
            String id) {
        var day = Fhir.day(when, zone);
        if (text(resource, "status").equals("entered-in-error")) {
            leave(type, "was entered in error");
        } else if (!value.isNumber() || !value.canConvertToExactIntegral()) {
            leave(type, "has a total that is no whole number");
        } else if (day.isEmpty()) {
            leave(type, "has no date");
        } else {
            scores.add(
                    new About<>(
                            Fhir.id(text(resource, "subject", "reference")),
                            new Found<>(id, new Score(instrument, day.get(), value.asInt()))));
        }
    }

    private Optional<Person> person(JsonNode patient) {
        String given = text(patient, "name", "given");
        String family = text(patient, "name", "family");
        if (given.isEmpty() || family.isEmpty()) {
            leave("Patient", "has no given or no family name");
            return Optional.empty();
        }
        try {
            var address = patient.path("address").path(0);
            return Optional.of(
                    new Person(
                            given,
                            family,
                            "",
                            LocalDate.parse(text(patient, "birthDate")),
                            sex(text(patient, "gender")),
                            telecom(patient, "phone"),
                            telecom(patient, "email"),
                            new Person.Address(
                                    text(address, "line"),
                                    text(address, "city"),
                                    text(address, "state"),
                                    text(address, "postalCode"))));
        } catch (DateTimeException noBirthDate) {
            leave("Patient", "has no whole birth date");
        } catch (IllegalArgumentException refused) {
            leave("Patient", "has a name, address or birth date that cannot be meant");
        }
        return Optional.empty();
    }

    private static Source source(String id, JsonNode patient) {
        for (JsonNode identifier : patient.path("identifier")) {
            String kind = text(identifier, "type", "coding", "code");
            String system = text(identifier, "system");
            String value = text(identifier, "value");
            if (!NOT_AN_IDENTITY.contains(kind)
                    && !NOT_AN_IDENTITY.contains(system)
                    && !system.isEmpty()
                    && !value.isEmpty()) {
                return new Source(system, value);
            }
        }
        return new Source("FHIR", id);
    }

    private static Sex sex(String gender) {
        return switch (gender) {
            case "female" -> Sex.F;
            case "male" -> Sex.M;
            default -> Sex.U;
        };
    }

    private static String telecom(JsonNode patient, String system) {
        for (JsonNode telecom : patient.path("telecom")) {
            if (system.equals(text(telecom, "system"))) {
                return text(telecom, "value");
            }
        }
        return "";
    }

    private static <T> List<Found<T>> of(String patient, List<About<T>> all) {
        return all.stream()
                .filter(about -> about.patient().equals(patient))
                .map(About::found)
                .toList();
    }

    private <T> void leaveUnowned(String what, List<About<T>> all) {
        all.stream()
                .filter(about -> !patients.containsKey(about.patient()))
                .forEach(about -> leave(what, "belongs to nobody in this file"));
    }

    private void leave(String what, String reason) {
        left.merge(new Left(what, reason, 0), 1, Integer::sum);
    }
}
