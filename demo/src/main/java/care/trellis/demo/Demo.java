package care.trellis.demo;

import care.trellis.Trellis;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Story;
import care.trellis.server.CannotStart;
import care.trellis.server.Program;
import care.trellis.server.Settings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.NestedExceptionUtils;

/**
 * The program with a synthetic clinic in it: made at the first start, kept at the second. Nobody
 * and nothing in it is real.
 */
public final class Demo {

    private Demo() {}

    /** Starts it, prints how to sign in, and serves until it is told to stop. */
    public static void main(String[] arguments) {
        Program.main(Demo::start);
    }

    private static void start() {
        var settings = Settings.of(withHome(System.getenv()));
        try {
            Program.start(
                    Trellis.class,
                    settings,
                    home -> DemoHome.clear(home, settings),
                    "--trellis.demo=true",
                    "--trellis.demo.make=true",
                    // weeks of invented messages that stay here are told by the outbox itself
                    "--logging.level.care.trellis.messages.LogCarrier=WARN");
        } catch (RuntimeException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof Interrupted interrupted) {
                throw new CannotStart(String.valueOf(interrupted.getMessage()), e);
            }
            throw e;
        }
        System.out.print(signIns(settings));
    }

    private static Map<String, String> withHome(Map<String, String> environment) {
        var settings = new HashMap<>(environment);
        settings.putIfAbsent("TRELLIS_HOME", "data/demo");
        return settings;
    }

    private static String signIns(Settings settings) {
        var text = new StringBuilder();
        text.append("\nThe synthetic clinic is open. Everybody in it is invented.\n\n");
        text.append("  %-22s %-20s %s\n".formatted("Role", "E-mail", "Password"));
        for (var colleague : Colleague.values()) {
            text.append(
                    "  %-22s %-20s %s\n"
                            .formatted(
                                    colleague.role().label(),
                                    colleague.email(Story.DOMAIN),
                                    Colleague.PASSWORD));
        }
        text.append("\nThe page after the password shows the current code of the second factor.\n");
        text.append(
                "What is planted in it: %s\n\n"
                        .formatted(settings.home().resolve("answer-key.md")));
        return text.toString();
    }
}
