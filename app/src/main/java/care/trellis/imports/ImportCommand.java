package care.trellis.imports;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.base.Platform;
import care.trellis.organizations.SiteId;
import care.trellis.server.CannotStart;
import care.trellis.server.Home;
import care.trellis.server.OpenDatabase;
import care.trellis.server.Program;
import care.trellis.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./trellis import PATH}: takes people from a file or a folder. It works on the running
 * program's database, or starts it for its own duration. The report goes to standard output,
 * progress to standard error; the exit code is 1 when a file failed.
 */
public final class ImportCommand {

    /** The rooms without their pages: each part is made when the import first asks for it. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "care.trellis",
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static final class Rooms {}

    private final ConfigurableApplicationContext rooms;

    private ImportCommand(ConfigurableApplicationContext rooms) {
        this.rooms = rooms;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        Program.main(() -> {
            boolean failed = run(ImportArguments.of(arguments), Settings.read());
            System.exit(failed ? 1 : 0);
        });
    }

    /** Does it on the database that the settings name; whether a file failed. */
    static boolean run(ImportArguments arguments, Settings settings) {
        var files = files(arguments.path());
        var home = Home.open(settings.home());
        try (var database = OpenDatabase.of(settings, home)) {
            var spring = new SpringApplication(Rooms.class);
            spring.setWebApplicationType(WebApplicationType.NONE);
            spring.setLazyInitialization(true);
            spring.setLogStartupInfo(false);
            spring.setDefaultProperties(
                    Map.of(
                            "trellis.home", home.directory().toString(),
                            "trellis.jobs", "false",
                            "trellis.audit.sealing", "false",
                            "trellis.master-key", home.masterKey().toString(),
                            "spring.datasource.url", database.database().url(),
                            "spring.datasource.username", database.database().app().user(),
                            "spring.datasource.password", database.database().app().password()));
            try (var rooms = spring.run()) {
                return new ImportCommand(rooms).take(arguments, files);
            }
        }
    }

    private boolean take(ImportArguments arguments, List<InputFile> files) {
        var organization = organization(arguments.organization());
        return OrganizationContext.in(
                organization,
                () -> {
                    var site = site(organization, arguments.site());
                    var permit =
                            Access.system(
                                    organization, Action.IMPORT_RUN, Permit.Purpose.OPERATIONS);
                    var report =
                            rooms.getBean(Imports.class)
                                    .run(
                                            permit,
                                            site,
                                            files,
                                            done ->
                                                    System.err.printf(
                                                            "trellis: %d of %d files%n",
                                                            done, files.size()));
                    System.out.println(arguments.json() ? json(report) : ReportTable.of(report));
                    return report.hasFailures();
                });
    }

    private OrganizationId organization(@Nullable String wanted) {
        var names = new LinkedHashMap<UUID, String>();
        for (var organization : rooms.getBean(Platform.class).organizations()) {
            OrganizationContext.run(
                    organization,
                    () ->
                            names.putAll(
                                    names(
                                            "select organization_id, name from organizations.public_organization where organization_id = :organization",
                                            organization)));
        }
        return new OrganizationId(choose(names, wanted, "organization"));
    }

    private SiteId site(OrganizationId organization, @Nullable String wanted) {
        return new SiteId(
                choose(
                        names(
                                "select id, name from organizations.public_site where organization_id = :organization order by name",
                                organization),
                        wanted,
                        "site"));
    }

    private Map<UUID, String> names(String sql, OrganizationId organization) {
        var names = new LinkedHashMap<UUID, String>();
        rooms.getBean(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        rooms.getBean(JdbcClient.class)
                                .sql(sql)
                                .param("organization", organization.value())
                                .query(row -> {
                                    names.put(row.getObject(1, UUID.class), row.getString(2));
                                }));
        return names;
    }

    private static UUID choose(Map<UUID, String> names, @Nullable String wanted, String what) {
        var fitting =
                names.entrySet().stream()
                        .filter(one -> wanted == null || one.getValue().equalsIgnoreCase(wanted))
                        .map(Map.Entry::getKey)
                        .toList();
        if (names.isEmpty()) {
            throw new CannotStart(
                    "There is no %s yet; start the program and create it on its first page."
                            .formatted(what));
        }
        if (fitting.size() != 1) {
            throw new CannotStart(
                    "Say which %s with --%s NAME: %s."
                            .formatted(what, what, String.join(", ", names.values())));
        }
        return fitting.getFirst();
    }

    private static List<InputFile> files(Path path) {
        if (!Files.exists(path)) {
            throw new CannotStart("There is no file or folder %s.".formatted(path));
        }
        if (!Files.isDirectory(path)) {
            return List.of(new InputFile(String.valueOf(path.getFileName()), path, false));
        }
        try (var found = Files.walk(path)) {
            var files = new ArrayList<InputFile>();
            found.filter(Files::isRegularFile)
                    .filter(file -> InputFile.isCandidate(file.getFileName().toString()))
                    .sorted()
                    .forEach(file ->
                            files.add(new InputFile(file.getFileName().toString(), file, true)));
            if (files.isEmpty()) {
                throw new CannotStart(
                        "In %s there is no file that ends in .json, .json.gz or .csv."
                                .formatted(path));
            }
            return files;
        } catch (IOException e) {
            throw new CannotStart("The folder %s cannot be read.".formatted(path), e);
        }
    }

    private static String json(Report report) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }
}
