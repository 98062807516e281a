package care.trellis.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.trellis.base.Action;
import care.trellis.clients.Client;
import care.trellis.clients.Clients;
import care.trellis.clients.Coverage;
import care.trellis.clients.Coverages;
import care.trellis.clients.Person;
import care.trellis.episodes.Diagnoses;
import care.trellis.episodes.Score;
import care.trellis.episodes.Scores;
import care.trellis.imports.FileReport.Counts;
import care.trellis.imports.FileReport.Left;
import care.trellis.imports.FileReport.State;
import care.trellis.imports.FileReport.WrongRow;
import care.trellis.organizations.SiteId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@TrellisTest
class ImportsTest {

    private static final Path OWN = Path.of("src/test/resources/imports");

    @Autowired Imports imports;
    @Autowired Clients clients;
    @Autowired Coverages coverages;
    @Autowired Diagnoses diagnoses;
    @Autowired Scores scores;
    @Autowired care.trellis.authorizations.Authorizations authorizations;
    @Autowired Clinic clinic;
    @TempDir Path folder;

    @Test
    void a_bundle_becomes_a_client_with_coverage_diagnosis_and_scores() {
        var ward = clinic.open();

        var report = take(ward, OWN.resolve("ana.json"));

        assertThat(report.state()).isEqualTo(State.TAKEN);
        assertThat(report.counts())
                .isEqualTo(
                        Map.of(
                                Kind.CLIENT, new Counts(1, 0, 0, 0),
                                Kind.COVERAGE, new Counts(1, 0, 0, 0),
                                Kind.DIAGNOSIS, new Counts(1, 0, 0, 0),
                                Kind.SCORE, new Counts(2, 0, 0, 0)));
        var ana = find(ward, "<b>ruiz");
        assertThat(ana.person().email()).isEqualTo("ana@example.org");
        assertThat(coverages(ward, ana))
                .extracting(Coverage::terms)
                .containsExactly(
                        new Coverage.Terms(
                                null,
                                "Acme Health",
                                "M123",
                                "G9",
                                1,
                                LocalDate.of(2026, 1, 1),
                                null));
        ward.run(() -> {
            var permit = ward.permit(Action.CLIENT_VIEW);
            assertThat(diagnoses.of(permit, ana.id()))
                    .extracting(one -> one.finding().code(), one -> one.finding().from())
                    .as("the onset was half past two in Greenwich, the evening before in New York")
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("F33.1", LocalDate.of(2026, 1, 4)));
            assertThat(scores.of(permit, ana.id()))
                    .containsExactly(
                            new Score("GAD-7", LocalDate.of(2026, 1, 12), 11),
                            new Score("PHQ-9", LocalDate.of(2026, 1, 5), 17));
        });
    }

    @Test
    void what_is_not_taken_is_told_with_the_reason() {
        var report = take(clinic.open(), OWN.resolve("ana.json"));

        assertThat(report.left())
                .contains(
                        new Left("Condition", "was refuted or entered in error", 1),
                        new Left("Condition", "has no code of ICD-10-CM or SNOMED", 1),
                        new Left("Condition", "belongs to nobody in this file", 1),
                        new Left("Observation", "has a total that is no whole number", 1),
                        new Left("Observation", "is not the total of a questionnaire we know", 1),
                        new Left("Encounter", "is not kept here", 1));
    }

    @Test
    void importing_again_changes_nothing_not_even_what_was_corrected_here_since() {
        var ward = clinic.open();
        take(ward, OWN.resolve("ana.json"));
        var ana = find(ward, "<b>ruiz");
        var corrected =
                new Person(
                        "Ana",
                        "Ruiz",
                        "she/her",
                        ana.person().birthDate(),
                        ana.person().sex(),
                        "",
                        "",
                        ana.person().address());
        ward.run(() -> clients.change(ward.permit(Action.CLIENT_EDIT), ana.id(), corrected));

        var again = take(ward, OWN.resolve("ana.json"));

        assertThat(again.state()).isEqualTo(State.UNCHANGED);
        assertThat(again.counts().values())
                .allSatisfy(counts -> assertThat(counts.taken() + counts.changed()).isZero());
        assertThat(find(ward, "ruiz").person()).isEqualTo(corrected);
    }

    @Test
    void a_source_that_says_something_new_is_listened_to() throws IOException {
        var ward = clinic.open();
        take(ward, OWN.resolve("ana.json"));
        var newer = folder.resolve("newer.json");
        Files.writeString(
                newer,
                Files.readString(OWN.resolve("ana.json"))
                        .replace("555-0100", "555-0199")
                        .replace("\"period\": {", "\"period\": {\"end\": \"2026-02-28\", "));

        var report = take(ward, newer);

        assertThat(report.counts())
                .containsEntry(Kind.CLIENT, new Counts(0, 1, 0, 0))
                .containsEntry(Kind.COVERAGE, new Counts(0, 1, 0, 0))
                .containsEntry(Kind.SCORE, new Counts(0, 0, 2, 0));
        assertThat(find(ward, "<b>ruiz").person().phone()).isEqualTo("555-0199");
    }

    @Test
    void a_contract_linked_by_hand_stays_linked() throws IOException {
        var ward = clinic.open();
        take(ward, OWN.resolve("ana.json"));
        var ana = find(ward, "<b>ruiz");
        var card = coverages(ward, ana).getFirst();
        var contract = new care.trellis.payers.ContractId(ward.contract());
        ward.run(() ->
                coverages.change(
                        ward.permit(Action.COVERAGE_EDIT),
                        ana.id(),
                        card.id(),
                        new Coverage.Terms(
                                contract,
                                "Acme Health",
                                "M123",
                                "G9",
                                1,
                                card.terms().from(),
                                null)));
        var newer = folder.resolve("newer.json");
        Files.writeString(newer, Files.readString(OWN.resolve("ana.json")).replace("M123", "M124"));

        take(ward, newer);

        var after = coverages(ward, ana).getFirst().terms();
        assertThat(after.contract()).contains(contract);
        assertThat(after.memberId()).isEqualTo("M124");
    }

    @Test
    void a_file_that_breaks_off_is_named_and_leaves_nothing() throws IOException {
        var ward = clinic.open();
        var whole = Files.readString(OWN.resolve("ana.json"));
        var cut = folder.resolve("cut.json");
        Files.writeString(cut, whole.substring(0, whole.length() - 40));
        var packed = folder.resolve("packed.json.gz");
        pack(packed, whole.getBytes());
        var cutPacked = folder.resolve("cut.json.gz");
        var bytes = Files.readAllBytes(packed);
        Files.write(cutPacked, Arrays.copyOf(bytes, bytes.length - 60));
        var notPacked = folder.resolve("plain.json.gz");
        Files.writeString(notPacked, whole);
        var number = folder.resolve("number.json");
        Files.writeString(number, "7");
        var patient = folder.resolve("patient.json");
        Files.writeString(patient, "{\"resourceType\":\"Patient\"}");
        var text = folder.resolve("notes.txt");
        Files.writeString(text, "hello");

        var report = run(ward, cut, cutPacked, notPacked, number, patient, text);

        assertThat(report.files()).allMatch(file -> file.state() == State.REFUSED);
        assertThat(report.files()).noneMatch(file -> file.problem().isEmpty());
        assertThat(report.hasFailures()).isTrue();
        assertThat(search(ward, "<b>ruiz")).isEmpty();
        assertThat(take(ward, packed).state()).isEqualTo(State.TAKEN);
    }

    @Test
    void a_file_that_unpacks_without_end_is_refused() throws IOException {
        var bomb = folder.resolve("bomb.json.gz");
        pack(bomb, ("{\"resourceType\":\"" + "x".repeat(20 << 20) + "\"}").getBytes());

        var report = take(clinic.open(), bomb);

        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.problem()).contains("unpacks");
    }

    @Test
    void a_bundle_without_a_patient_has_nothing_to_take() throws IOException {
        var hospitals = folder.resolve("hospitals.json");
        Files.writeString(
                hospitals,
                """
                {"entry":[{"resource":{"resourceType":"Location","id":"l"}}],"type":"batch","resourceType":"Bundle"}
                """);

        var report = take(clinic.open(), hospitals);

        assertThat(report.state()).isEqualTo(State.NOTHING_TO_TAKE);
        assertThat(report.left()).containsExactly(new Left("Location", "is not kept here", 1));
    }

    @Test
    void a_spreadsheet_takes_sound_rows_and_names_wrong_ones_by_line_and_column() {
        var ward = clinic.open();

        var report = take(ward, OWN.resolve("clients.csv"));

        assertThat(report.state()).isEqualTo(State.PARTLY);
        assertThat(report.counts())
                .containsEntry(Kind.CLIENT, new Counts(1, 0, 0, 0))
                .containsEntry(Kind.COVERAGE, new Counts(2, 0, 0, 0));
        assertThat(report.wrongRows())
                .contains(
                        new WrongRow(4, "birth_date", "Write the date as 2026-01-31"),
                        new WrongRow(5, "sex", "Write F, M or U"),
                        new WrongRow(
                                5,
                                "contract",
                                "There is no such contract: write one of: acme 2026"),
                        new WrongRow(5, "coverage_from", "Write the date as 2026-01-31"));
        assertThat(coverages(ward, find(ward, "vale")))
                .extracting(one -> one.terms().contract().isPresent())
                .containsExactly(true, false);
        assertThat(search(ward, "moss")).isEmpty();
    }

    @Test
    void a_spreadsheet_brings_authorizations_under_the_contract_of_a_coverage() throws IOException {
        var ward = clinic.open();
        var file = folder.resolve("granted.csv");
        var content =
                """
                id,given_name,family_name,birth_date,payer,contract,member_id,coverage_from,authorization,authorization_unit,authorization_units,authorization_from,authorization_to
                7,Robin,Vale,1990-05-04,Acme Health,Acme 2026,M1,2026-01-01,A-77,DAY,12,2026-03-01,2026-03-31
                """;
        Files.writeString(file, content);

        assertThat(take(ward, file).counts())
                .containsEntry(Kind.AUTHORIZATION, new Counts(1, 0, 0, 0));
        assertThat(take(ward, file).state()).isEqualTo(State.UNCHANGED);
        Files.writeString(file, content.replace("DAY,12", "DAY,15"));
        assertThat(take(ward, file).counts())
                .containsEntry(Kind.AUTHORIZATION, new Counts(0, 1, 0, 0));

        var robin = find(ward, "vale");
        assertThat(
                        ward.in(() ->
                                authorizations.ofClient(
                                        ward.permit(Action.AUTHORIZATION_VIEW), robin.id())))
                .extracting(one -> one.number(), one -> one.granted())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A-77", 15));
    }

    @Test
    void the_template_can_be_imported_as_it_is_and_a_foreign_heading_refuses_the_file()
            throws IOException {
        var ward = clinic.open();
        var template = folder.resolve("template.csv");
        Files.writeString(template, "\uFEFF" + CsvColumns.template());
        var foreign = folder.resolve("foreign.csv");
        Files.writeString(foreign, "name,born\nAna,1990\n");

        assertThat(take(ward, template).state()).isEqualTo(State.TAKEN);
        var refused = take(ward, foreign);
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.problem()).contains("id");
    }

    @Test
    void another_organization_takes_the_same_person_as_its_own() {
        var ours = clinic.open();
        var theirs = clinic.open();
        take(ours, OWN.resolve("ana.json"));

        assertThat(take(theirs, OWN.resolve("ana.json")).counts())
                .containsEntry(Kind.CLIENT, new Counts(1, 0, 0, 0));
    }

    @Test
    void twelve_synthetic_patients_come_in_whole_and_a_second_time_nothing_changes()
            throws IOException {
        var given = outside("shared/data/synthea");
        assumeTrue(given != null, "The outside folder with synthetic patients is not here");
        var ward = clinic.open();
        List<Path> files;
        try (var list = Files.list(given)) {
            files = list.sorted().toList();
        }

        var report = runBeside(ward, files);

        assertThat(report.hasFailures()).isFalse();
        assertThat(report.totals())
                .containsEntry(Kind.CLIENT, new Counts(12, 0, 0, 0))
                .containsEntry(Kind.COVERAGE, new Counts(16, 0, 0, 0))
                .containsEntry(Kind.DIAGNOSIS, new Counts(263, 0, 0, 0))
                .containsEntry(Kind.SCORE, new Counts(136, 0, 0, 0));
        assertThat(runBeside(ward, files).totals())
                .isEqualTo(
                        Map.of(
                                Kind.CLIENT, new Counts(0, 0, 12, 0),
                                Kind.COVERAGE, new Counts(0, 0, 16, 0),
                                Kind.DIAGNOSIS, new Counts(0, 0, 263, 0),
                                Kind.SCORE, new Counts(0, 0, 136, 0)));
    }

    private FileReport take(Clinic.Ward ward, Path file) {
        return run(ward, file).files().getFirst();
    }

    private Report run(Clinic.Ward ward, Path... files) {
        return run(
                ward,
                Arrays.stream(files)
                        .map(file -> new InputFile(file.getFileName().toString(), file, false))
                        .toList());
    }

    private Report runBeside(Clinic.Ward ward, List<Path> files) {
        return run(
                ward,
                files.stream()
                        .map(file -> new InputFile(file.getFileName().toString(), file, true))
                        .toList());
    }

    private Report run(Clinic.Ward ward, List<InputFile> files) {
        return ward.in(() ->
                imports.run(
                        ward.permit(Action.IMPORT_RUN),
                        new SiteId(ward.site()),
                        files,
                        done -> {}));
    }

    private List<Coverage> coverages(Clinic.Ward ward, Client client) {
        return ward.in(() -> coverages.of(ward.permit(Action.CLIENT_VIEW), client.id()));
    }

    private Client find(Clinic.Ward ward, String words) {
        return search(ward, words).getFirst();
    }

    private List<Client> search(Clinic.Ward ward, String words) {
        return ward.in(() -> clients.search(ward.permit(Action.CLIENT_LIST), words));
    }

    private static void pack(Path file, byte[] content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
    }

    private static @Nullable Path outside(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(name))) {
                return at.resolve(name);
            }
        }
        return null;
    }
}
