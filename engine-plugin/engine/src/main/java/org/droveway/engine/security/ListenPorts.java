package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the server is to listen. It would start without a listener whose port is taken, so this is looked at before.
 *
 * @param bind address
 * @param people port of API and page
 * @param agents port of the agents
 */
record ListenPorts(String bind, int people, int agents) {
    private static final String PEOPLE = "DROVEWAY_HTTPS_PORT";
    private static final String AGENTS = "DROVEWAY_AGENT_PORT";

    ListenPorts {
        requireNonNull(bind, "bind");
        if (people == agents) {
            throw new IllegalArgumentException(
                    PEOPLE + " and " + AGENTS + " are both " + people + ", needed two ports");
        }
    }

    static ListenPorts of(Map<String, String> environment) {
        return new ListenPorts(
                environment.getOrDefault("DROVEWAY_BIND", "127.0.0.1"),
                port(PEOPLE, environment.getOrDefault(PEOPLE, "8443")),
                port(AGENTS, environment.getOrDefault(AGENTS, "8444")));
    }

    /**
     * Binds each for a moment.
     *
     * @throws IllegalStateException if that is not possible, naming all that failed
     */
    void requireFree() {
        List<String> problems = new ArrayList<>();
        check(PEOPLE, people, problems);
        check(AGENTS, agents, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("cannot listen: " + String.join("; ", problems));
        }
    }

    private void check(String variable, int port, List<String> problems) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(bind))) {
            requireNonNull(socket, "socket");
        } catch (IOException e) {
            problems.add(
                    bind + " port " + port + ": " + e.getMessage() + " (DROVEWAY_BIND and " + variable + " say where)");
        }
    }

    private static int port(String variable, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(variable + " is '" + text + "', needed a port from 1 to 65535", e);
        }
        throw new IllegalArgumentException(variable + " is " + text + ", needed a port from 1 to 65535");
    }
}
