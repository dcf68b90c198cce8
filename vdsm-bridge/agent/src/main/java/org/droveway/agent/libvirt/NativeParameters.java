package org.droveway.agent.libvirt;

import java.util.List;
import org.libvirt.TypedIntParameter;
import org.libvirt.TypedParameter;
import org.libvirt.TypedStringParameter;
import org.libvirt.TypedUlongParameter;

/** Our parameters as libvirt-java's. */
final class NativeParameters {
    private NativeParameters() {}

    static TypedParameter[] of(List<MigrateParameter> parameters) {
        return parameters.stream()
                .map(parameter -> of(parameter.name(), parameter.value()))
                .toArray(TypedParameter[]::new);
    }

    private static TypedParameter of(String name, Object value) {
        if (value instanceof Long number) {
            return new TypedUlongParameter(name, number);
        }
        return value instanceof Integer number
                ? new TypedIntParameter(name, number)
                : new TypedStringParameter(name, (String) value);
    }
}
