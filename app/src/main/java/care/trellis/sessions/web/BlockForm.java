package care.trellis.sessions.web;

import care.trellis.organizations.SiteId;
import care.trellis.sessions.Modality;
import care.trellis.sessions.PlanChoices;
import care.trellis.sessions.ServiceType;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a block or of a changed session, with what was typed and what is wrong with it. */
public record BlockForm(
        Form form,
        List<Choice> services,
        List<Choice> modalities,
        List<Choice> rooms,
        List<Choice> leads,
        List<Choice> coLeads,
        RepeatView repeat) {

    /** Copies the lists. */
    public BlockForm {
        services = List.copyOf(services);
        modalities = List.copyOf(modalities);
        rooms = List.copyOf(rooms);
        leads = List.copyOf(leads);
        coLeads = List.copyOf(coLeads);
    }

    static BlockForm of(Form form, PlanChoices choices, SiteId site) {
        var services = new LinkedHashMap<String, String>();
        for (var type : ServiceType.values()) {
            services.put(type.name(), type.label());
        }
        var modalities = new LinkedHashMap<String, String>();
        for (var modality : Modality.values()) {
            modalities.put(modality.name(), modality.label());
        }
        var rooms =
                names(
                        choices.rooms().stream()
                                .filter(room -> room.site().equals(site.value()))
                                .toList());
        var staff = names(choices.staff());
        return new BlockForm(
                form,
                form.choices("service", services),
                form.choices("modality", modalities),
                form.choices("room", "No room", rooms),
                form.choices("lead", staff),
                form.choices("coLead", "Nobody", staff),
                RepeatEntry.view(form));
    }

    private static Map<String, String> names(List<PlanChoices.Option> options) {
        var names = new LinkedHashMap<String, String>();
        options.forEach(option -> names.put(option.id().toString(), option.name()));
        return names;
    }
}
