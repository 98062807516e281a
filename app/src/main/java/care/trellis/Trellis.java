package care.trellis;

import care.trellis.server.Program;
import care.trellis.server.Settings;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Trellis {

    /** Starts the program that the settings describe and serves until it is told to stop. */
    public static void main(String[] arguments) {
        Program.main(() -> Program.start(Trellis.class, Settings.read(), arguments));
    }
}
