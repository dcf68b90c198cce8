package org.droveway.agent.libvirt;

import java.util.Map;
import org.libvirt.TypedParameter;
import org.libvirt.TypedStringParameter;
import org.libvirt.TypedUlongParameter;

/** Our parameters as libvirt-java's. */
final class NativeParameters {
    private NativeParameters() {}

    static TypedParameter[] of(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toArray(TypedParameter[]::new);
    }

    private static TypedParameter of(String name, Object value) {
        return value instanceof Long number
                ? new TypedUlongParameter(name, number)
                : new TypedStringParameter(name, (String) value);
    }
}
