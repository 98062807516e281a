package care.trellis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir Path home;

    @Test
    void without_any_setting_the_program_serves_this_machine_from_the_folder_data() {
        var settings = Settings.of(Map.of());

        assertThat(settings.home()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.databaseUrl()).isEmpty();
    }

    @Test
    void the_file_in_the_home_sets_what_the_environment_does_not() throws Exception {
        Files.writeString(
                home.resolve("trellis.properties"), "TRELLIS_PORT=9000\nTRELLIS_PROXY=10.0.0.1\n");

        var settings = settings(Map.of("TRELLIS_PORT", "9001"));

        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.proxy()).contains("10.0.0.1");
    }

    @Test
    void another_address_is_refused_without_encryption_and_the_fix_is_named() {
        assertThatThrownBy(() -> settings(Map.of("TRELLIS_ADDRESS", "0.0.0.0")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("TRELLIS_TLS_CERTIFICATE")
                .hasMessageContaining("TRELLIS_PROXY");
    }

    @Test
    void another_address_is_fine_behind_a_declared_proxy() {
        var settings = settings(Map.of("TRELLIS_ADDRESS", "0.0.0.0", "TRELLIS_PROXY", "10.0.0.1"));

        assertThat(settings.address().isAnyLocalAddress()).isTrue();
    }

    @Test
    void only_a_declared_proxy_is_believed_about_who_the_client_is() throws Exception {
        var database = TestServer.freshDatabase();
        var alone = Program.properties(settings(Map.of()), Home.open(home), database);
        var behind =
                Program.properties(
                        settings(Map.of("TRELLIS_PROXY", "10.0.0.1")), Home.open(home), database);

        assertThat(alone)
                .containsEntry("server.forward-headers-strategy", "none")
                .doesNotContainKey("server.tomcat.remoteip.internal-proxies");
        assertThat(behind)
                .containsEntry("server.forward-headers-strategy", "native")
                .containsEntry("server.tomcat.remoteip.internal-proxies", "\\Q10.0.0.1\\E");
    }

    @Test
    void a_certificate_without_its_key_is_refused() {
        assertThatThrownBy(() -> settings(Map.of("TRELLIS_TLS_CERTIFICATE", "site.pem")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("belong together");
    }

    @Test
    void a_port_that_is_none_is_refused() {
        for (var port : new String[] {"http", "-1", "65536"}) {
            assertThatThrownBy(() -> settings(Map.of("TRELLIS_PORT", port)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(port);
        }
    }

    @Test
    void an_external_database_needs_a_credentials_file() {
        assertThatThrownBy(() ->
                        settings(
                                Map.of(
                                        "TRELLIS_DATABASE_URL",
                                        "jdbc:postgresql://localhost/trellis")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("TRELLIS_DATABASE_CREDENTIALS");
    }

    private Settings settings(Map<String, String> variables) {
        var environment = new HashMap<>(variables);
        environment.put("TRELLIS_HOME", home.toString());
        return Settings.of(environment);
    }
}
