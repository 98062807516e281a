package care.trellis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Trellis {

    public static void main(String[] arguments) {
        SpringApplication.run(Trellis.class, arguments);
    }
}
