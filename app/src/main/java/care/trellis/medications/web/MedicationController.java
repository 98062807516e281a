package care.trellis.medications.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.medications.Medication;
import care.trellis.medications.MedicationId;
import care.trellis.medications.Medications;
import care.trellis.medications.Medicines;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A client's medication list, line by line. */
@Controller
@RequestMapping("/clients/{client}/medications")
class MedicationController {

    private final Medications medications;
    private final Medicines medicines;
    private final Lists lists;
    private final Clients clients;
    private final Access access;

    MedicationController(
            Medications medications,
            Medicines medicines,
            Lists lists,
            Clients clients,
            Access access) {
        this.medications = medications;
        this.medicines = medicines;
        this.lists = lists;
        this.clients = clients;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.MEDICATION_VIEW, client = "client")
    ModelAndView list(Permit permit, Frame frame, @PathVariable ClientId client) {
        return lists.page(permit, frame, client, Form.empty(), null);
    }

    /** The list as the client takes it home. */
    @GetMapping("/sheet")
    @Requires(value = Action.MEDICATION_VIEW, client = "client")
    ModelAndView sheet(Permit permit, Frame frame, @PathVariable ClientId client) {
        return new ModelAndView(
                "medications/sheet",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        lists.view(permit, client, Form.empty(), null),
                        "fullName",
                        clients.find(permit, client).person().name(),
                        "day",
                        When.day(clients.today(permit, client))));
    }

    @GetMapping("/new")
    @Requires(value = Action.MEDICATION_EDIT, client = "client")
    ModelAndView begin(Permit permit, Frame frame, @PathVariable ClientId client) {
        return fresh(permit, frame, client, Form.empty());
    }

    @PostMapping
    @Requires(value = Action.MEDICATION_EDIT, client = "client")
    ModelAndView add(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var details = MedicationForm.read(form);
        return Saving.save(
                form,
                () -> medications.list(permit, form.key(), client, details, form.value("reason")),
                path(client),
                () -> fresh(permit, frame, client, form));
    }

    @GetMapping("/{medication}")
    @Requires(value = Action.MEDICATION_VIEW, client = "client")
    ModelAndView one(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable MedicationId medication) {
        var found = find(permit, client, medication);
        return page(permit, frame, client, found, MedicationForm.of(found.now()), Form.empty());
    }

    @PostMapping("/{medication}/changes")
    @Requires(value = Action.MEDICATION_EDIT, client = "client")
    ModelAndView change(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable MedicationId medication,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var details = MedicationForm.read(form);
        return Saving.save(
                form,
                () ->
                        medications.change(
                                permit,
                                client,
                                medication,
                                form.requiredWhole("seen"),
                                details,
                                form.value("reason")),
                path(client),
                () ->
                        page(
                                permit,
                                frame,
                                client,
                                find(permit, client, medication),
                                form,
                                Form.empty()));
    }

    @PostMapping("/{medication}/stop")
    @Requires(value = Action.MEDICATION_EDIT, client = "client")
    ModelAndView stop(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable MedicationId medication,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var today = clients.today(permit, client);
        var on = form.requiredDate("on", today, "Choose the last day it was taken.");
        return Saving.save(
                form,
                () -> stopped(permit, client, medication, form, on),
                path(client),
                () -> {
                    var found = find(permit, client, medication);
                    return page(permit, frame, client, found, MedicationForm.of(found.now()), form);
                });
    }

    private Change<MedicationId> stopped(
            Permit permit, ClientId client, MedicationId medication, Form form, LocalDate on) {
        return medications.stop(
                permit,
                client,
                medication,
                form.requiredWhole("seen"),
                on,
                form.ticked("mistake"),
                form.value("why"));
    }

    private Medication find(Permit permit, ClientId client, MedicationId medication) {
        return medications.of(permit, client).stream()
                .filter(one -> one.id().equals(medication))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ModelAndView fresh(Permit permit, Frame frame, ClientId client, Form form) {
        form.key();
        return view(
                frame,
                new OneView(
                        "/clients/" + client.value(),
                        clients.find(permit, client).person().shortName(),
                        "Add a medication",
                        "",
                        Tone.NEUTRAL,
                        List.of(),
                        path(client),
                        form,
                        MedicationForm.sources(form),
                        MedicationForm.adherences(form),
                        names(),
                        "",
                        "",
                        Form.empty(),
                        List.of(),
                        true));
    }

    private ModelAndView page(
            Permit permit,
            Frame frame,
            ClientId client,
            Medication medication,
            Form form,
            Form stop) {
        var zone = clients.zone(permit, client);
        var today = clients.today(permit, client);
        var own = path(client) + "/" + medication.id().value();
        boolean mayEdit = access.mayByRole(permit.actor(), Action.MEDICATION_EDIT);
        if (stop.value("on").isEmpty() && !stop.wrong()) {
            stop.with("on", today);
        }
        var details = medication.now().details();
        return view(
                frame,
                new OneView(
                        "/clients/" + client.value(),
                        clients.find(permit, client).person().shortName(),
                        details.name(),
                        medication.isActive() ? "Taken" : medication.now().kind().label(),
                        medication.isActive() ? Tone.GOOD : Tone.NEUTRAL,
                        facts(medication),
                        own + "/changes",
                        form,
                        MedicationForm.sources(form),
                        MedicationForm.adherences(form),
                        names(),
                        medicines
                                .meantBy(details.name())
                                .map(one -> one.group().title())
                                .orElse(""),
                        medication.isActive() && mayEdit ? own + "/stop" : "",
                        stop,
                        history(medication, zone),
                        mayEdit));
    }

    private static ModelAndView view(Frame frame, OneView view) {
        return new ModelAndView("medications/one", Map.of("frame", frame, "view", view));
    }

    private List<String> names() {
        return medicines.all().stream()
                .flatMap(one ->
                        java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(one.name()), one.also().stream()))
                .sorted()
                .toList();
    }

    private static List<Fact> facts(Medication medication) {
        var details = medication.now().details();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("How", details.how()));
        facts.add(new Fact("Prescriber", details.prescriber()));
        var started = details.startedOn();
        facts.add(new Fact("Since", started == null ? "" : When.day(started)));
        facts.add(new Fact("Known from", details.source().label()));
        facts.add(new Fact("Taken", details.adherence().label()));
        if (details.treatment()) {
            facts.add(new Fact("Addiction treatment, given at", details.dispensing()));
            var next = details.nextDue();
            facts.add(new Fact("Next due", next == null ? "" : When.day(next)));
        }
        return facts;
    }

    private static List<Event> history(Medication medication, ZoneId zone) {
        return medication.steps().reversed().stream()
                .map(step ->
                        new Event(
                                When.time(step.at(), zone),
                                step.kind().label() + ", " + step.by(),
                                String.join(
                                        " · ",
                                        java.util.stream.Stream.of(
                                                        step.details().how(), step.reason())
                                                .filter(words -> !words.isEmpty())
                                                .toList()),
                                Objects.nonNull(step.stoppedOn()) ? Tone.NEUTRAL : Tone.INFO))
                .toList();
    }

    private static String path(ClientId client) {
        return "/clients/" + client.value() + "/medications";
    }
}
