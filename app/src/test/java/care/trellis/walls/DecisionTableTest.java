package care.trellis.walls;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Role;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who may do what, as a table that a person can read. A change of the decision shows as a change of
 * {@code decision-table.txt}; the table as it now stands is written to {@code target}.
 */
@TrellisTest
class DecisionTableTest {

    @Autowired Access access;
    @Autowired Clinic clinic;

    @Test
    void roles_may_do_what_the_table_says_and_no_more() throws IOException {
        var ward = clinic.open();
        var table = new StringBuilder();
        for (var action : Action.values()) {
            table.append(action)
                    .append(": ")
                    .append(
                            Arrays.stream(Role.values())
                                    .filter(role -> access.mayByRole(ward.actor(role), action))
                                    .map(Enum::name)
                                    .collect(Collectors.joining(" ")))
                    .append('\n');
        }

        Files.writeString(Path.of("target", "decision-table.txt"), table);
        assertThat(table.toString()).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (var file = DecisionTableTest.class.getResourceAsStream("/decision-table.txt")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
