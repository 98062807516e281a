package care.trellis.audit;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Platform;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** {@code ./trellis audit verify}: checks the chain of every organization of an installation. */
public final class VerifyCommand {

    private VerifyCommand() {}

    /** The few parts of the program that the check needs; the program itself passes it over. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @ComponentScan("care.trellis.base")
    @Import({AuditChain.class, ChainRecords.class, CheckpointKey.class})
    static class Parts {}

    /**
     * Writes a line per organization to standard output.
     *
     * @param properties where the database and the key file are: {@code spring.datasource.url},
     *     {@code .username}, {@code .password} and {@code trellis.master-key}
     * @return whether every chain is whole
     */
    public static boolean run(Map<String, Object> properties) {
        var application =
                new SpringApplicationBuilder(Parts.class)
                        .web(WebApplicationType.NONE)
                        .properties(properties)
                        .properties("trellis.jobs=false");
        try (var context = application.run()) {
            var chain = context.getBean(AuditChain.class);
            boolean whole = true;
            for (var organization : context.getBean(Platform.class).organizations()) {
                var verdict = OrganizationContext.in(organization, chain::verify);
                System.out.println(
                        switch (verdict) {
                            case AuditChain.Verdict.Whole(var rows, var checkpoints) ->
                                    "%s whole: %d rows, %d signed checkpoints"
                                            .formatted(organization.value(), rows, checkpoints);
                            case AuditChain.Verdict.Broken(var sequence, var what) ->
                                    "%s BROKEN at %d: %s"
                                            .formatted(organization.value(), sequence, what);
                        });
                whole &= verdict instanceof AuditChain.Verdict.Whole;
            }
            return whole;
        }
    }
}
