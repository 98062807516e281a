package care.trellis.documents.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Answers;
import care.trellis.documents.Document;
import care.trellis.documents.DocumentId;
import care.trellis.documents.Documents;
import care.trellis.documents.Saved;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A client's documents: begun, written, signed and read. */
@Controller
@RequestMapping("/clients/{client}/documents")
class DocumentController {

    private final Documents documents;
    private final DocumentViews views;
    private final DocumentLists lists;
    private final Clients clients;

    DocumentController(
            Documents documents, DocumentViews views, DocumentLists lists, Clients clients) {
        this.documents = documents;
        this.views = views;
        this.lists = lists;
        this.clients = clients;
    }

    @GetMapping
    @Requires(value = Action.DOCUMENT_VIEW, client = "client")
    ModelAndView list(Permit permit, Frame frame, @PathVariable ClientId client) {
        return new ModelAndView(
                "documents/list", Map.of("frame", frame, "view", lists.view(permit, client)));
    }

    @PostMapping
    @Requires(value = Action.DOCUMENT_EDIT, client = "client")
    String begin(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam UUID key,
            @RequestParam String form) {
        return "redirect:" + path(client, documents.begin(permit, key, client, form));
    }

    @GetMapping("/{document}")
    @Requires(value = Action.DOCUMENT_VIEW, client = "client")
    ModelAndView open(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable DocumentId document) {
        return page(permit, frame, client, document, Form.empty());
    }

    /** Saves one section as it is typed. */
    @PutMapping("/{document}/sections/{section}")
    @Requires(value = Action.DOCUMENT_EDIT, client = "client")
    ModelAndView save(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable DocumentId document,
            @PathVariable String section,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam MultiValueMap<String, String> sent) {
        var saved =
                documents.save(
                        permit, client, document, section, revision, new Answers(Map.copyOf(sent)));
        return switch (saved) {
            case Saved.Stored(var next) ->
                    new ModelAndView(
                            "documents/saved", Map.of("section", section, "revision", next));
            case Saved.Changed(var next, var theirs, var by, var at) ->
                    new ModelAndView(
                            "documents/changed",
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

    @PostMapping("/{document}/signature")
    @Requires(value = Action.DOCUMENT_SIGN, client = "client")
    ModelAndView sign(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable DocumentId document,
            @RequestParam UUID key) {
        return Saving.save(
                Form.empty(),
                () -> documents.sign(permit, key, client, document),
                path(client, document),
                () -> page(permit, frame, client, document, Form.empty()));
    }

    @PostMapping("/{document}/client-signature")
    @Requires(value = Action.DOCUMENT_EDIT, client = "client")
    ModelAndView client(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable DocumentId document,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> clientSigns(permit, client, document, form),
                path(client, document),
                () -> page(permit, frame, client, document, form));
    }

    private Change<DocumentId> clientSigns(
            Permit permit, ClientId client, DocumentId document, Form form) {
        return documents.clientSigns(
                permit,
                form.key(),
                client,
                document,
                form.ticked("guardian") ? Document.Signer.GUARDIAN : Document.Signer.CLIENT,
                form.value("name"),
                form.ticked("agreed"),
                form.value("refusal"));
    }

    private ModelAndView page(
            Permit permit, Frame frame, ClientId client, DocumentId document, Form form) {
        var opened = documents.open(permit, client, document);
        return new ModelAndView(
                "documents/document",
                Map.of("frame", frame, "view", views.view(permit, client, opened, form)));
    }

    private static ModelAndView refused(String words) {
        return new ModelAndView("documents/refused", Map.of("words", words), HttpStatus.CONFLICT);
    }

    private static String path(ClientId client, DocumentId document) {
        return "/clients/" + client.value() + "/documents/" + document.value();
    }
}
