package care.trellis.measures.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.measures.AdministrationId;
import care.trellis.measures.Availability;
import care.trellis.measures.Library;
import care.trellis.measures.Results;
import care.trellis.measures.out.FhirQuestionnaire;
import care.trellis.measures.out.FhirResponse;
import care.trellis.measures.out.ScoresCsv;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Answers and scores as files for other systems: FHIR R4 as JSON, and CSV for a spreadsheet. */
@Controller
class ExportController {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Results results;
    private final Library library;

    ExportController(Results results, Library library) {
        this.results = results;
        this.library = library;
    }

    @GetMapping("/clients/{client}/measures/scores.csv")
    @Requires(value = Action.MEASURE_VIEW, client = "client")
    ResponseEntity<String> csv(@PathVariable ClientId client, Permit permit) {
        return file(CSV, "scores.csv", ScoresCsv.of(results.all(permit, client)));
    }

    @GetMapping("/clients/{client}/measures/results/{measure}/questionnaire-response.json")
    @Requires(value = Action.MEASURE_VIEW, client = "client")
    ResponseEntity<String> response(
            @PathVariable ClientId client, @PathVariable UUID measure, Permit permit) {
        var opened = results.open(permit, client, new AdministrationId(measure));
        return file(
                FHIR,
                "questionnaire-response.json",
                FhirResponse.of(opened.instrument(), opened.standing()));
    }

    @GetMapping("/measures/instruments/{instrument}/questionnaire.json")
    @Requires(Action.MEASURE_VIEW)
    ResponseEntity<String> questionnaire(@PathVariable String instrument, Permit permit) {
        var offered = library.one(permit, instrument);
        return file(
                FHIR,
                "questionnaire.json",
                FhirQuestionnaire.of(
                        offered.instrument(), offered.availability() == Availability.READY));
    }

    private static ResponseEntity<String> file(MediaType type, String name, String content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
