package care.trellis.downtime;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.documents.Documents;
import care.trellis.downtime.PackRecords.Made;
import care.trellis.downtime.PackRecords.Site;
import care.trellis.organizations.SiteId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door to the papers of a day without the program: made at six in the morning of each
 * site and on demand. Two papers, because the desk and the clinicians may not read the same:
 * rosters, sign-in sheets and phone numbers; and safety plans with risk and medications.
 */
@Service
public class Packs {

    private static final LocalTime SIX = LocalTime.of(6, 0);
    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

    private final PackMaker maker;
    private final PackRecords records;
    private final PackSettings settings;
    private final PackFolder folder;
    private final Documents documents;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Packs(
            PackMaker maker,
            PackRecords records,
            PackSettings settings,
            PackFolder folder,
            Documents documents,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.maker = maker;
        this.records = records;
        this.settings = settings;
        this.folder = folder;
        this.documents = documents;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A site, and its newest pack. */
    public record AtSite(
            SiteId site,
            String name,
            java.time.ZoneId zone,
            @Nullable Instant madeAt,
            boolean byItself,
            int people,
            List<String> files,
            String problem) {

        /** Keeps its own copy of the list. */
        public AtSite {
            files = List.copyOf(files);
        }
    }

    /** The actor's sites with their newest packs, by name. */
    public List<AtSite> sites(Permit permit) {
        permit.require(Action.DOWNTIME_PACK);
        return in(() -> sitesOf(permit).stream().map(this::atSite).toList());
    }

    /** Where the files lie, for those who set it up; empty where no folder is set. */
    public String folder(Permit permit) {
        permit.require(Action.DOWNTIME_PACK, Action.ORGANIZATION_EDIT);
        return folder.of(permit.organization().value()).map(Object::toString).orElse("");
    }

    /** Rosters, sign-in sheets and phone numbers of today, as a PDF to print now. */
    public byte[] desk(Permit permit, SiteId site) {
        permit.require(Action.DOWNTIME_PACK, new Resource(Resource.Kind.SITE, site.value()));
        return print(permit, site, false);
    }

    /** Safety plans of today, as a PDF to print now. */
    public byte[] clinical(Permit permit, SiteId site) {
        permit.require(Action.SAFETY_VIEW, new Resource(Resource.Kind.SITE, site.value()));
        return print(permit, site, true);
    }

    /**
     * Makes the morning's packs of every site where it is past six and none was made, and writes
     * them.
     */
    public void morning(Permit permit) {
        permit.require(Action.DOWNTIME_PACK);
        for (var site : in(records::sites)) {
            var local = clock.instant().atZone(site.zone());
            if (!local.toLocalTime().isBefore(SIX)
                    && !in(() -> records.madeThisMorning(site.id(), local.toLocalDate()))) {
                write(permit, site, local.toLocalDate(), true);
            }
        }
    }

    /**
     * Makes the pack of a site anew and lays it into the folder.
     *
     * @throws NotFound when the actor does not work at the site
     */
    public void make(Permit permit, SiteId site) {
        permit.require(Action.DOWNTIME_PACK, new Resource(Resource.Kind.SITE, site.value()));
        var found = site(permit, site);
        write(permit, found, clock.instant().atZone(found.zone()).toLocalDate(), false);
    }

    private void write(Permit permit, Site site, LocalDate day, boolean byItself) {
        var desk = in(() -> maker.make(permit, site, day, false));
        var clinical = in(() -> maker.make(permit, site, day, true));
        var files = new ArrayList<String>();
        String problem = null;
        var organization = permit.organization().value();
        try {
            for (var paper : List.of(desk, clinical)) {
                boolean plans = paper == clinical;
                var passphrase = in(() -> settings.passphrase(plans));
                if (passphrase.isEmpty()) {
                    problem = "No passphrase is set: nothing was written.";
                } else {
                    files.add(
                            folder.write(
                                    organization,
                                    day,
                                    site.name(),
                                    plans ? "clinical" : "desk",
                                    SealedPdf.of(pdf(paper, plans), passphrase.get())));
                }
            }
            folder.forget(organization, day.minusDays(in(settings::find).keptDays() - 1L));
        } catch (IOException unwritable) {
            LOG.warn("A downtime pack was not written: {}", unwritable.getClass().getSimpleName());
            problem = "The folder cannot be written to.";
        }
        var said = problem;
        transaction.executeWithoutResult(status -> {
            records.made(
                    new Made(
                            site.id(),
                            day,
                            clock.instant(),
                            byItself,
                            desk.phones().size(),
                            files,
                            said));
            audit.recordMany(permit, "downtime.pack", site.id().value(), desk.phones().size());
        });
    }

    private byte[] print(Permit permit, SiteId site, boolean clinical) {
        var found = site(permit, site);
        var day = clock.instant().atZone(found.zone()).toLocalDate();
        var pack =
                in(() -> {
                    var made = maker.make(permit, found, day, clinical);
                    audit.recordMany(
                            permit,
                            "downtime.pack",
                            site.value(),
                            Math.max(made.phones().size(), made.plans().size()));
                    return made;
                });
        return pdf(pack, clinical);
    }

    private byte[] pdf(Pack pack, boolean clinical) {
        return documents.pdf(
                clinical ? "downtime/clinical" : "downtime/desk", Map.of("pack", pack));
    }

    private AtSite atSite(Site site) {
        Optional<Made> newest = records.newest(site.id());
        var problem = newest.map(made -> made.problem() == null ? "" : made.problem()).orElse("");
        return new AtSite(
                site.id(),
                site.name(),
                site.zone(),
                newest.map(Made::at).orElse(null),
                newest.map(Made::byItself).orElse(false),
                newest.map(Made::people).orElse(0),
                newest.map(Made::files).orElse(List.of()),
                problem);
    }

    private Site site(Permit permit, SiteId site) {
        return in(() -> sitesOf(permit)).stream()
                .filter(one -> one.id().equals(site))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Site> sitesOf(Permit permit) {
        return records.sites().stream()
                .filter(site -> permit.actor().worksAt(site.id().value()))
                .toList();
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("The transaction answered nothing");
        }
        return result;
    }
}
