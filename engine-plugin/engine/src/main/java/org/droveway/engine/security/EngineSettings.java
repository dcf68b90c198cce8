package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the start script says by environment.
 *
 * @param data where database, keys and first token are
 * @param advertise address:port that agents dial
 */
public record EngineSettings(Path data, String advertise) {
    public EngineSettings {
        requireNonNull(data, "data");
        requireNonNull(advertise, "advertise");
    }

    /**
     * From the environment of this process.
     *
     * @throws IllegalStateException if the data directory is not named
     */
    public static EngineSettings of(Map<String, String> environment) {
        String data = environment.get("DROVEWAY_DATA");
        if (data == null) {
            throw new IllegalStateException("DROVEWAY_DATA is not set; start the engine by bin/droveway-engine");
        }
        String bind = environment.getOrDefault("DROVEWAY_BIND", "127.0.0.1");
        String port = environment.getOrDefault("DROVEWAY_AGENT_PORT", "8444");
        return new EngineSettings(Path.of(data), environment.getOrDefault("DROVEWAY_ADVERTISE", bind + ":" + port));
    }

    /** Where agents dial. */
    public String linkUrl() {
        return "wss://" + advertise + "/droveway/agent-link";
    }
}
