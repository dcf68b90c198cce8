package org.droveway.agent.config;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;

/**
 * The agent's configuration, checked.
 *
 * @param host this host's name, as people and certificates have it
 * @param engine base URL of the engine's REST API, https
 * @param engineCa PEM file of the CA that signed the engine's certificate; it signs the agents' too
 * @param enrolmentTokenFile read once, when the host has no certificate yet
 * @param managementAddress the one address on which peers are listened for
 * @param peerPort TCP port of the same
 * @param portPool ports for migrations to this host
 * @param stateDirectory what must survive a reboot
 * @param runDirectory what must not: sockets
 * @param migrationPki where libvirt looks for QEMU's migration certificates
 * @param libvirtUri of the host's own libvirt
 * @param libvirtSocket libvirt's unix socket
 * @param diskDirectory below it, and nowhere else, a migration may make disks
 */
public record AgentConfig(
        String host,
        URI engine,
        Path engineCa,
        Path enrolmentTokenFile,
        InetAddress managementAddress,
        int peerPort,
        PortPool portPool,
        Path stateDirectory,
        Path runDirectory,
        Path migrationPki,
        String libvirtUri,
        Path libvirtSocket,
        Path diskDirectory) {
    public AgentConfig {
        requireNonNull(host, "host");
        requireNonNull(engine, "engine");
        requireNonNull(engineCa, "engineCa");
        requireNonNull(enrolmentTokenFile, "enrolmentTokenFile");
        requireNonNull(managementAddress, "managementAddress");
        requireNonNull(portPool, "portPool");
        requireNonNull(stateDirectory, "stateDirectory");
        requireNonNull(runDirectory, "runDirectory");
        requireNonNull(migrationPki, "migrationPki");
        requireNonNull(libvirtUri, "libvirtUri");
        requireNonNull(libvirtSocket, "libvirtSocket");
        requireNonNull(diskDirectory, "diskDirectory");
    }
}
