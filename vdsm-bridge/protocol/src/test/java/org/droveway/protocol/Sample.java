package org.droveway.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a record of any type with every component set, or with all that may be null left out. */
final class Sample {
    private final boolean optional;

    private Sample(boolean optional) {
        this.optional = optional;
    }

    static Object full(Class<?> type) {
        return new Sample(true).record(type);
    }

    static Object sparse(Class<?> type) {
        return new Sample(false).record(type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components).map(this::component).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make " + type, e);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        // A sparse sample is an insecure one: only there may the name for TLS be left out.
        if (component.getType() == Security.class) {
            return optional ? Security.SECURE : Security.INSECURE;
        }
        return mayBeNull && !optional ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Object element = value(parameterized.getActualTypeArguments()[0]);
            return parameterized.getRawType() == Set.class ? Set.of(element) : List.of(element);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain);
        }
        return plain.isEnum() ? plain.getEnumConstants()[0] : scalar(plain);
    }

    private static Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "UUID" -> UUID.fromString("5f0e6f0a-7c1e-4d69-8f4b-0d8e5b9f1a11");
            case "Instant" -> Instant.parse("2026-11-21T10:00:00.123456Z");
            case "int", "Integer" -> 2;
            case "long", "Long" -> 3_000_000_000L;
            case "boolean", "Boolean" -> true;
            default -> throw new AssertionError("no sample of " + type);
        };
    }
}
