package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One call of virDomainMigrateToURI3, complete.
 *
 * @param destinationUri where the source libvirtd finds the destination's: the relay's socket
 * @param parameters typed parameters in order; values are String or Long (libvirt's unsigned long long)
 */
public record MigrateCall(
        UUID vm, String vmName, String destinationUri, Map<String, Object> parameters, Set<MigrateFlag> flags) {
    public MigrateCall {
        requireNonNull(vm, "vm");
        requireNonNull(vmName, "vmName");
        requireNonNull(destinationUri, "destinationUri");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        flags = Collections.unmodifiableSet(EnumSet.copyOf(flags));
        parameters.forEach(MigrateCall::requireKnownType);
    }

    /** The call word for word, one parameter a line. */
    public String text() {
        StringBuilder text = new StringBuilder("virDomainMigrateToURI3(").append(vmName);
        text.append(",\n    dconnuri=").append(destinationUri);
        parameters.forEach(
                (name, value) -> text.append(",\n    ").append(name).append('=').append(value));
        return text.append(",\n    flags=")
                .append(MigrateFlag.text(flags))
                .append(')')
                .toString();
    }

    private static void requireKnownType(String name, Object value) {
        if (!(value instanceof String) && !(value instanceof Long)) {
            throw new IllegalArgumentException(
                    name + " is a " + value.getClass().getSimpleName() + ", needed a String or a Long");
        }
    }
}
