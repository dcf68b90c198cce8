package org.droveway.tests.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.droveway.engine.security.Prepare;

/**
 * A base directory for the delivered server, with its configuration plus what Arquillian needs (a management interface, a
 * listener in clear for tests that run inside), all on free ports of the loopback interface.
 */
final class ServerDirectory {
    private ServerDirectory() {}

    /**
     * Makes one.
     *
     * @param home of the server
     * @param base an empty directory
     * @param database what the start script is told of the database
     * @return Arquillian's configuration; beside it is {@code ports.properties}
     */
    static Path make(Path home, Path base, Map<String, String> database) throws IOException {
        Path configuration = Files.createDirectories(base.resolve("configuration"));
        Files.createDirectories(base.resolve("droveway"));
        for (Path file : list(home.resolve("standalone/configuration"))) {
            Files.copy(file, configuration.resolve(file.getFileName()));
        }
        Ports ports = Ports.free();
        Path server = configuration.resolve("standalone.xml");
        Files.writeString(server, forTests(Files.readString(server), ports));
        Map<String, String> environment = new HashMap<>(database);
        environment.put("DROVEWAY_DATA", base.resolve("droveway").toString());
        environment.put("DROVEWAY_HTTPS_PORT", Integer.toString(ports.people()));
        environment.put("DROVEWAY_AGENT_PORT", Integer.toString(ports.agents()));
        Prepare.run(environment, configuration, Instant.now());
        Files.writeString(
                base.resolve("ports.properties"), "people=" + ports.people() + "\nagents=" + ports.agents() + "\n");
        return Files.writeString(base.resolve("arquillian.xml"), arquillian(home, base, ports));
    }

    /** Empties the directory, or makes it. */
    static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(directory);
    }

    static String forTests(String product, Ports ports) {
        String management = """
                <management>
                    <management-interfaces>
                        <http-interface>
                            <http-upgrade enabled="true"/>
                            <socket-binding http="management-http"/>
                        </http-interface>
                    </management-interfaces>
                </management>
                <profile>
                """;
        String sockets = """
                <socket-binding name="management-http" port="%d"/>
                <socket-binding name="http" port="%d"/>
                </socket-binding-group>
                """.formatted(ports.management(), ports.plain());
        return product.replaceFirst("<profile>", management)
                .replaceFirst("</socket-binding-group>", sockets)
                .replaceFirst(
                        "<https-listener", "<http-listener name=\"default\" socket-binding=\"http\"/><https-listener")
                .replaceFirst("(?s)<deployments>.*</deployments>", "")
                .replace("${env.DROVEWAY_HTTPS_PORT:8443}", Integer.toString(ports.people()))
                .replace("${env.DROVEWAY_AGENT_PORT:8444}", Integer.toString(ports.agents()));
    }

    private static String arquillian(Path home, Path base, Ports ports) {
        String options = String.join(
                " ",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m",
                "-Djboss.server.base.dir=" + base.toAbsolutePath(),
                "-Ddroveway.data=" + base.toAbsolutePath().resolve("droveway"));
        return """
                <arquillian xmlns="http://jboss.org/schema/arquillian">
                  <defaultProtocol type="Servlet 5.0"/>
                  <container qualifier="engine" default="true">
                    <configuration>
                      <property name="jbossHome">%s</property>
                      <property name="serverConfig">standalone.xml</property>
                      <property name="managementPort">%d</property>
                      <property name="javaVmArguments">%s</property>
                      <property name="jbossArguments">-P=%s</property>
                      <property name="startupTimeoutInSeconds">120</property>
                    </configuration>
                  </container>
                </arquillian>
                """.formatted(
                home, ports.management(), options, base.toAbsolutePath().resolve("configuration/droveway.properties"));
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
