package org.droveway.agent.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.droveway.protocol.Json;

/** Reads the configuration file. */
public final class ConfigFile {
    private static final String DEFAULT_POOL = "61000-61049";
    private static final int DEFAULT_PEER_PORT = 8551;

    private ConfigFile() {}

    /**
     * Reads and checks.
     *
     * @throws InvalidConfigException if it is not there, is not JSON, or has wrong, missing or unknown settings: all of them are named
     */
    public static AgentConfig load(Path file) throws InvalidConfigException {
        return read(file, parse(file), EphemeralPorts.ofKernel());
    }

    static AgentConfig read(Path file, JsonNode content, EphemeralPorts ephemeral) throws InvalidConfigException {
        Settings settings = new Settings(content);
        Optional<String> host = settings.hostName("host");
        var engine = settings.httpsUri("engine");
        var engineCa = settings.readableFile("engineCa");
        Path token = settings.path("enrolmentTokenFile", "/etc/droveway/enrolment-token");
        var management = settings.address("managementAddress");
        int peerPort = settings.port("peerPort", DEFAULT_PEER_PORT);
        var pool = settings.portPool("portPool", DEFAULT_POOL);
        Path state = settings.path("stateDirectory", "/var/lib/droveway");
        Path run = settings.path("runDirectory", "/run/droveway");
        Path pki = settings.path("migrationPki", "/etc/pki/libvirt-migrate");
        String libvirtUri = settings.text("libvirtUri", "qemu:///system");
        Path libvirtSocket = settings.path("libvirtSocket", "/run/libvirt/libvirt-sock");
        Path disks = settings.path("diskDirectory", "/var/lib/libvirt/images");
        settings.refuseUnknown();
        pool.ifPresent(found -> settings.addAll(PoolCheck.problems(found, peerPort, ephemeral)));
        List<String> problems = settings.problems();
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(file, problems);
        }
        return new AgentConfig(
                host.orElseThrow(),
                engine.orElseThrow(),
                engineCa.orElseThrow(),
                token,
                management.orElseThrow(),
                peerPort,
                pool.orElseThrow(),
                state,
                run,
                pki,
                libvirtUri,
                libvirtSocket,
                disks);
    }

    private static JsonNode parse(Path file) throws InvalidConfigException {
        try {
            return Json.mapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new InvalidConfigException(file, List.of("it is not JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new InvalidConfigException(file, List.of("it cannot be read: " + e));
        }
    }
}
