package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One call of virDomainMigrateToURI3, complete.
 *
 * @param destinationUri where the source libvirtd finds the destination's: the relay's socket
 * @param parameters typed parameters in order
 */
public record MigrateCall(
        UUID vm, String vmName, String destinationUri, List<MigrateParameter> parameters, Set<MigrateFlag> flags) {
    public MigrateCall {
        requireNonNull(vm, "vm");
        requireNonNull(vmName, "vmName");
        requireNonNull(destinationUri, "destinationUri");
        parameters = List.copyOf(parameters);
        flags = Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    /** The same call with one more flag. */
    public MigrateCall with(MigrateFlag flag) {
        Set<MigrateFlag> more = EnumSet.copyOf(flags);
        more.add(flag);
        return new MigrateCall(vm, vmName, destinationUri, parameters, more);
    }

    /** The call word for word, one parameter a line. */
    public String text() {
        StringBuilder text = new StringBuilder("virDomainMigrateToURI3(").append(vmName);
        text.append(",\n    dconnuri=").append(destinationUri);
        parameters.forEach(parameter -> text.append(",\n    ").append(parameter));
        return text.append(",\n    flags=")
                .append(MigrateFlag.text(flags))
                .append(')')
                .toString();
    }
}
