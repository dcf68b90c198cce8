package org.droveway.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.droveway.agent.testing.Ip;
import org.droveway.protocol.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestConfigFile {
    private static final EphemeralPorts EPHEMERAL = EphemeralPorts.parse("32768 60999", "");

    @TempDir
    private Path folder;

    private ObjectNode content;

    @BeforeEach
    void minimal() throws IOException {
        Path authority = Files.writeString(folder.resolve("ca.pem"), "pem");
        content = Json.mapper()
                .createObjectNode()
                .put("host", "h1")
                .put("engine", "https://10.61.0.2:8443")
                .put("engineCa", authority.toString())
                .put("managementAddress", "10.61.0.11");
    }

    private AgentConfig read() throws InvalidConfigException {
        return ConfigFile.read(Path.of("agent.json"), content, EPHEMERAL);
    }

    private InvalidConfigException refused() {
        return catchThrowableOfType(InvalidConfigException.class, this::read);
    }

    @Test
    void fourSettingsAreEnough() throws Exception {
        AgentConfig config = read();
        assertThat(config.host()).isEqualTo("h1");
        assertThat(config.engine()).isEqualTo(URI.create("https://10.61.0.2:8443"));
        assertThat(config.managementAddress()).isEqualTo(Ip.of("10.61.0.11"));
        assertThat(config.portPool()).hasToString("61000-61049");
        assertThat(config.peerPort()).isEqualTo(8551);
        assertThat(config.stateDirectory()).isEqualTo(Path.of("/var/lib/droveway"));
        assertThat(config.migrationPki()).isEqualTo(Path.of("/etc/pki/libvirt-migrate"));
    }

    @Test
    void takesWhatIsGiven() throws Exception {
        content.put("peerPort", 9000).put("portPool", "20000-20009").put("libvirtUri", "test:///default");
        AgentConfig config = read();
        assertThat(config.peerPort()).isEqualTo(9000);
        assertThat(config.portPool()).hasToString("20000-20009");
        assertThat(config.libvirtUri()).isEqualTo("test:///default");
    }

    @Test
    void acceptsAnIpv6ManagementAddress() throws Exception {
        content.put("managementAddress", "fd00::11");
        assertThat(read().managementAddress()).isEqualTo(Ip.of("fd00::11"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "engine", "engineCa", "managementAddress"})
    void namesWhatIsMissing(String key) {
        content.remove(key);
        assertThat(refused().problems()).singleElement().asString().startsWith(key + " is missing");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        content.removeAll();
        assertThat(refused().problems()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "host,H1",
        "host,-h",
        "host,h_1",
        "host,a..b",
        "host,' '",
        "engine,http://10.61.0.2",
        "engine,10.61.0.2:8443",
        "engine,https://10.61.0.2/droveway",
        "engine,https://u@10.61.0.2",
        "engine,'https://[::1'",
        "engineCa,/no/such/file",
        "engineCa,/",
        "managementAddress,0.0.0.0",
        "managementAddress,::",
        "managementAddress,localhost",
        "managementAddress,224.0.0.1",
        "managementAddress,10.61.0",
        "managementAddress,10.61.0.300",
        "managementAddress,fd00:::1",
        "portPool,61000",
        "portPool,49152-49215",
        "stateDirectory,var/lib",
        "migrationPki,pki",
        "libvirtUri,''",
        "libvirtSocket,relative"
    })
    void namesWhatIsWrong(String key, String value) {
        content.put(key, value);
        assertThat(refused().problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).contains(key));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65536})
    void portIsInItsRange(int port) {
        content.put("peerPort", port);
        assertThat(refused().problems()).singleElement().asString().startsWith("peerPort is '" + port + "'");
    }

    @Test
    void portIsANumber() {
        content.put("peerPort", "8551");
        assertThat(refused().problems()).singleElement().asString().contains("peerPort");
    }

    @Test
    void textIsText() {
        content.put("host", 7);
        assertThat(refused().problems()).singleElement().asString().contains("host is '7'");
    }

    @Test
    void aMistypedKeyIsNotLost() {
        content.put("portpool", "20000-20009");
        assertThat(refused().problems())
                .singleElement()
                .asString()
                .startsWith("portpool is not a setting")
                .contains("portPool");
    }

    @Test
    void saysAllThatIsWrong() {
        content.put("host", "H").put("engine", "x").put("peerPort", 0).put("extra", true);
        InvalidConfigException refused = refused();
        assertThat(refused.problems()).hasSize(4);
        assertThat(refused).hasMessageContaining("agent.json").hasMessageContaining("extra");
    }

    @Test
    void aFileThatIsNotThereIsOneClearProblem() {
        Path file = folder.resolve("none.json");
        assertThat(catchThrowableOfType(InvalidConfigException.class, () -> ConfigFile.load(file)))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"host\": }"})
    void aFileThatIsNoObjectIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), text);
        assertThat(catchThrowableOfType(InvalidConfigException.class, () -> ConfigFile.load(file)))
                .hasMessageContaining(file.toString());
    }
}
