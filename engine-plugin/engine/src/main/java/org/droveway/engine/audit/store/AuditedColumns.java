package org.droveway.engine.audit.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.AnnotatedElement;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.droveway.engine.audit.Secret;
import org.droveway.engine.audit.Unaudited;
import org.hibernate.persister.entity.EntityPersister;

/** What the entities' annotations say about the audit. */
final class AuditedColumns {
    /** How much of a column's change is told. */
    enum Telling {
        NOTHING,
        THAT_IT_CHANGED,
        EVERYTHING
    }

    private final Map<String, Telling> known = new ConcurrentHashMap<>();

    boolean isAudited(EntityPersister persister) {
        return !persister.getMappedClass().isAnnotationPresent(Unaudited.class);
    }

    Telling telling(EntityPersister persister, String property) {
        return known.computeIfAbsent(
                persister.getEntityName() + "." + property, key -> look(persister.getMappedClass(), property));
    }

    /** {@code DataCenterEntity} is a data center. */
    static String kind(EntityPersister persister) {
        return persister
                .getMappedClass()
                .getSimpleName()
                .replaceFirst("Entity$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** A secret that is there; different before and after, so that it counts as changed. */
    static JsonNode hidden(JsonNode value, String which) {
        return value.isNull() ? value : TextNode.valueOf(which + " secret");
    }

    private static Telling look(Class<?> entity, String property) {
        AnnotatedElement field = Stream.<Class<?>>iterate(entity, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(candidate -> candidate.getName().equals(property))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(entity.getName() + " has no field " + property));
        if (field.isAnnotationPresent(Unaudited.class)) {
            return Telling.NOTHING;
        }
        return field.isAnnotationPresent(Secret.class) ? Telling.THAT_IT_CHANGED : Telling.EVERYTHING;
    }
}
