package care.trellis.papers.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Documents;
import care.trellis.papers.Answers;
import care.trellis.papers.Paper;
import care.trellis.papers.PaperId;
import care.trellis.papers.PaperSignatures;
import care.trellis.papers.Papers;
import care.trellis.papers.Saved;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A client's papers: begun, written, signed and read. */
@Controller
@RequestMapping("/clients/{client}/papers")
class PaperController {

    private final Papers papers;
    private final PaperSignatures signatures;
    private final PaperViews views;
    private final PaperLists lists;
    private final Clients clients;
    private final Documents documents;

    PaperController(
            Papers papers,
            PaperSignatures signatures,
            PaperViews views,
            PaperLists lists,
            Clients clients,
            Documents documents) {
        this.papers = papers;
        this.signatures = signatures;
        this.views = views;
        this.lists = lists;
        this.clients = clients;
        this.documents = documents;
    }

    @GetMapping
    @Requires(value = Action.PAPER_VIEW, client = "client")
    ModelAndView list(Permit permit, Frame frame, @PathVariable ClientId client) {
        return new ModelAndView(
                "papers/list", Map.of("frame", frame, "view", lists.view(permit, client)));
    }

    @PostMapping
    @Requires(value = Action.PAPER_EDIT, client = "client")
    String begin(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam UUID key,
            @RequestParam String form) {
        return "redirect:" + path(client, papers.begin(permit, key, client, form));
    }

    /** The same words as a tagged PDF, to print, to attach, to read aloud. */
    @GetMapping("/{paper}/pdf")
    @Requires(value = Action.PAPER_VIEW, client = "client")
    ResponseEntity<byte[]> printed(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable PaperId paper) {
        var opened = papers.open(permit, client, paper);
        return documents.answer(
                opened.form().id(),
                "papers/printed",
                Map.of(
                        "organization",
                        frame.organization(),
                        "person",
                        clients.find(permit, client).person().name(),
                        "view",
                        views.view(permit, client, opened, Form.empty(), List.of())));
    }

    @GetMapping("/{paper}")
    @Requires(value = Action.PAPER_VIEW, client = "client")
    ModelAndView open(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable PaperId paper) {
        return page(permit, frame, client, paper, Form.empty());
    }

    /** Saves one section as it is typed. */
    @PutMapping("/{paper}/sections/{section}")
    @Requires(value = Action.PAPER_EDIT, client = "client")
    ModelAndView save(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable PaperId paper,
            @PathVariable String section,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam MultiValueMap<String, String> sent) {
        var saved =
                papers.save(
                        permit, client, paper, section, revision, new Answers(Map.copyOf(sent)));
        return switch (saved) {
            case Saved.Stored(var next) ->
                    new ModelAndView("papers/saved", Map.of("section", section, "revision", next));
            case Saved.Changed(var next, var theirs, var by, var at) ->
                    new ModelAndView(
                            "papers/changed",
                            Map.of(
                                    "section",
                                    section,
                                    "revision",
                                    next,
                                    "by",
                                    by + ", " + When.time(at, clients.zone(permit, client)),
                                    "theirs",
                                    theirs.fields().values().stream()
                                            .map(values -> String.join(", ", values))
                                            .toList()),
                            HttpStatus.CONFLICT);
            case Saved.AlreadySigned() ->
                    refused("This is signed and stays as it is. Begin a new one.");
            case Saved.TooLong(var longest) ->
                    refused("Shorten this section to %,d characters.".formatted(longest));
        };
    }

    @PostMapping("/{paper}/signature")
    @Requires(value = Action.PAPER_SIGN, client = "client")
    ModelAndView sign(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable PaperId paper,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "false") boolean seen) {
        var form = Form.empty();
        return Saving.save(
                form,
                () -> signatures.sign(permit, key, client, paper, seen),
                path(client, paper),
                () -> page(permit, frame, client, paper, form));
    }

    @PostMapping("/{paper}/client-signature")
    @Requires(value = Action.PAPER_EDIT, client = "client")
    ModelAndView client(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable PaperId paper,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> clientSigns(permit, client, paper, form),
                path(client, paper),
                () -> page(permit, frame, client, paper, form));
    }

    private Change<PaperId> clientSigns(Permit permit, ClientId client, PaperId paper, Form form) {
        return signatures.clientSigns(
                permit,
                form.key(),
                client,
                paper,
                form.ticked("guardian") ? Paper.Signer.GUARDIAN : Paper.Signer.CLIENT,
                form.value("name"),
                form.ticked("agreed"),
                form.value("refusal"));
    }

    private ModelAndView page(
            Permit permit, Frame frame, ClientId client, PaperId paper, Form form) {
        var opened = papers.open(permit, client, paper);
        return new ModelAndView(
                "papers/paper",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        views.view(
                                permit,
                                client,
                                opened,
                                form,
                                signatures.unfinished(permit, client, opened.form()))));
    }

    private static ModelAndView refused(String words) {
        return new ModelAndView("papers/refused", Map.of("words", words), HttpStatus.CONFLICT);
    }

    private static String path(ClientId client, PaperId paper) {
        return "/clients/" + client.value() + "/papers/" + paper.value();
    }
}
