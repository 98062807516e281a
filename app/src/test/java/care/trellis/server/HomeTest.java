package care.trellis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir Path directory;

    @Test
    void a_second_program_on_the_same_home_is_refused() throws Exception {
        var first = OtherProcess.holding(directory);

        assertThatThrownBy(() -> Home.open(directory).lockForProgram())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("already runs");

        first.end();
        Home.open(directory).lockForProgram().close();
    }

    @Test
    void a_killed_program_leaves_its_home_free() throws Exception {
        OtherProcess.holding(directory).kill();

        Home.open(directory).lockForProgram().close();
    }

    @Test
    void the_master_key_is_made_once_and_readable_by_its_owner_only() throws Exception {
        var home = Home.open(directory);

        var key = Files.readAllBytes(home.masterKey());

        assertThat(key).hasSize(32);
        assertThat(Files.readAllBytes(home.masterKey())).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.masterKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_master_key_that_others_may_read_is_refused() throws Exception {
        var home = Home.open(directory);
        Files.setPosixFilePermissions(
                home.masterKey(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(home::masterKey)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("chmod 600");
    }
}
