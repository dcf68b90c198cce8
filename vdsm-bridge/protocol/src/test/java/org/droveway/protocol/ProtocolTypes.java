package org.droveway.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every record and enumeration of the module, found from its compiled classes so that none is forgotten. */
final class ProtocolTypes {
    private ProtocolTypes() {}

    static List<Class<?>> records() {
        return all().filter(Class::isRecord).toList();
    }

    static List<Class<?>> enums() {
        return all().filter(Class::isEnum).toList();
    }

    private static Stream<Class<?>> all() {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            return files
                    .map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(ProtocolTypes::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(Refusal.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replaceFirst("\\.class$", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new LinkageError("cannot load " + file, e);
        }
    }
}
