package org.droveway.engine.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build stamped into this engine. */
final class EngineVersion {
    static final String CURRENT = read();

    private EngineVersion() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream stream = EngineVersion.class.getResourceAsStream("version.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
