package care.trellis.demo;

import care.trellis.base.Platform;
import care.trellis.demo.story.AnswerKey;
import care.trellis.demo.story.Story;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the clinic at the first start, before the program answers anybody and before its jobs run.
 * A later start finds it and leaves it alone.
 */
@InDemo
@ConditionalOnProperty("trellis.demo.make")
class FirstStart implements SmartLifecycle {

    private final Platform platform;
    private final ClinicMaker maker;
    private final Path home;
    private volatile boolean running;

    FirstStart(Platform platform, ClinicMaker maker, @Value("${trellis.home}") Path home) {
        this.platform = platform;
        this.maker = maker;
        this.home = home;
    }

    @Override
    public void start() {
        if (platform.organizations().isEmpty()) {
            make();
        }
        running = true;
    }

    private void make() {
        Runtime.getRuntime().addShutdownHook(new Thread(Interrupted::stop));
        var demo = new DemoHome(home);
        demo.begin();
        System.err.println("trellis: making the synthetic clinic, once; this takes about a minute");
        var clinic = maker.make(Story.upTo(Instant.now()), FirstStart::tell);
        AnswerKey.of(clinic.plan()).writeInto(home);
        demo.finish();
    }

    private static void tell(int made, int all) {
        System.err.println("trellis: week %d of %d is made".formatted(made, all));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the jobs, which come in the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
