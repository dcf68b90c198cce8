package org.droveway.agent.firewall;

/**
 * A TCP stream to a migration port.
 *
 * @param destinationPort TCP port that was connected to
 * @param sourcePort TCP port that it came from
 */
public record Stream(int destinationPort, int sourcePort) {
    String element() {
        return destinationPort + " . " + sourcePort;
    }
}
