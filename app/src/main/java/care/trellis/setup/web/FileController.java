package care.trellis.setup.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.setup.Comparison;
import care.trellis.setup.SettingsFiles;
import care.trellis.setup.Taking;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Settings as a file: writing it out, comparing one, bringing it in. */
@Controller
@RequestMapping("/settings/files")
class FileController {

    private final SettingsFiles files;
    private final Taking taking;

    FileController(SettingsFiles files, Taking taking) {
        this.files = files;
        this.taking = taking;
    }

    @GetMapping
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView page(Frame frame) {
        return page(frame, Form.empty(), null, "");
    }

    @GetMapping("/settings.yaml")
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ResponseEntity<byte[]> export(Permit permit) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("settings.yaml")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType("application/yaml"))
                .body(files.export(permit).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/comparison")
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView compare(
            Permit permit,
            Frame frame,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        var form =
                file == null || file.isEmpty()
                        ? Form.typed(sent)
                        : Form.of(
                                Map.of(
                                        "text",
                                        new String(file.getBytes(), StandardCharsets.UTF_8)));
        return page(frame, form, files.compare(permit, form.value("text")), "");
    }

    /** Takes the text that was compared; a file chosen meanwhile is compared first. */
    @PostMapping
    @Requires(value = Action.PROGRAM_SETUP, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView take(
            Permit permit,
            Frame frame,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file != null && !file.isEmpty()) {
            return compare(permit, frame, sent, file);
        }
        var form = Form.typed(sent);
        var text = form.value("text");
        var refusals = taking.take(permit, form.key(), text);
        return refusals.isEmpty()
                ? page(
                        frame,
                        Form.empty(),
                        null,
                        "Taken. What the file says is now what is offered.")
                : Saving.refused(page(frame, form, new Comparison(List.of(), 0, refusals), ""));
    }

    private static ModelAndView page(
            Frame frame, Form form, @Nullable Comparison comparison, String done) {
        form.key();
        return new ModelAndView(
                "setup/files",
                Map.of("frame", frame, "view", FilesView.of(form, comparison, done)));
    }
}
