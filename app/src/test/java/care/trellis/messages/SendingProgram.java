package care.trellis.messages;

import care.trellis.Trellis;
import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The program in a process of its own, which sends what is due of one organization and ends. */
final class SendingProgram {

    private SendingProgram() {}

    /** Starts it on the database of these settings. */
    static Process start(OrganizationId organization, Map<String, String> settings)
            throws IOException {
        var builder =
                new ProcessBuilder(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx400m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SendingProgram.class.getName(),
                                organization.value().toString()));
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true)
                .redirectOutput(new File("target/sending-program.log"))
                .start();
    }

    /** Sends what is due of the organization with this id. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(Trellis.class);
        application.addInitializers(context ->
                context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        try (var program =
                application.run(
                        "--server.port=0",
                        "--trellis.jobs=false",
                        "--trellis.audit.sealing=false",
                        "--spring.main.lazy-initialization=true")) {
            var organization = new OrganizationId(UUID.fromString(arguments[0]));
            var permit =
                    Access.system(organization, Action.MESSAGE_SEND, Permit.Purpose.OPERATIONS);
            OrganizationContext.run(
                    organization, () -> program.getBean(Delivery.class).run(permit));
        }
    }

    /** What belongs to tests stands on the same class path and is no part of the program. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory readers)
                throws IOException {
            return type.getResource().getURL().getPath().contains("test-classes");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
