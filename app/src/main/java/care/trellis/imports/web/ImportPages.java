package care.trellis.imports.web;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.imports.CsvColumns;
import care.trellis.imports.Runs;
import care.trellis.organizations.SiteId;
import care.trellis.web.Choice;
import care.trellis.web.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Choosing files, watching them come in, and the report. */
@Controller
class ImportPages {

    private final Runs runs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ImportPages(Runs runs, JdbcClient jdbc, TransactionTemplate transaction) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @GetMapping("/import")
    @Requires(Action.IMPORT_RUN)
    String choose(Permit permit, Frame frame, Model model) {
        return choose(permit, frame, model, "");
    }

    @GetMapping("/import/template")
    @Requires(Action.IMPORT_RUN)
    ResponseEntity<String> template() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"trellis-clients.csv\"")
                .body(CsvColumns.template());
    }

    @PostMapping("/import")
    @Requires(Action.IMPORT_RUN)
    String start(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @RequestParam UUID key,
            @RequestParam UUID site,
            @RequestParam(required = false, defaultValue = "") List<MultipartFile> files)
            throws IOException {
        var uploads = new Uploads(files);
        if (uploads.files().isEmpty()) {
            uploads.delete();
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return choose(permit, frame, model, "Choose one file at least.");
        }
        runs.start(permit, key, new SiteId(site), uploads.files(), uploads::delete);
        return "redirect:/import/" + key;
    }

    @GetMapping("/import/{run}")
    @Requires(Action.IMPORT_RUN)
    String watch(Permit permit, Frame frame, Model model, @PathVariable UUID run) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", RunView.of(runs.find(permit, run)));
        return "imports/run";
    }

    @GetMapping("/import/{run}/progress")
    @Requires(Action.IMPORT_RUN)
    String progress(Permit permit, Model model, @PathVariable UUID run) {
        model.addAttribute("view", RunView.of(runs.find(permit, run)));
        return "imports/progress";
    }

    private String choose(Permit permit, Frame frame, Model model, String error) {
        model.addAttribute("frame", frame);
        model.addAttribute("key", Ids.next().toString());
        model.addAttribute("sites", sites(permit));
        model.addAttribute("error", error);
        return "imports/choose";
    }

    private List<Choice> sites(Permit permit) {
        var sites =
                transaction.execute(status ->
                        jdbc.sql(
                                        "select id, name from organizations.public_site where organization_id = :organization order by name")
                                .param("organization", permit.organization().value())
                                .query((row, number) ->
                                        new Choice(row.getString(1), row.getString(2), false))
                                .list());
        return sites.stream()
                .filter(site -> permit.actor().worksAt(UUID.fromString(site.value())))
                .toList();
    }
}
