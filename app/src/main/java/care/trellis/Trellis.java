package care.trellis;

import care.trellis.server.Program;
import care.trellis.server.Settings;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The program. Two rooms may use one word: beans bear their full names. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Trellis {

    /** Starts the program that the settings describe and serves until it is told to stop. */
    public static void main(String[] arguments) {
        Program.main(() -> Program.start(Trellis.class, Settings.read(), arguments));
    }
}
