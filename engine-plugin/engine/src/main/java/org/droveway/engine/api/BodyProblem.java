package org.droveway.engine.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in a client's words, without our classes' names, why a body cannot be read. */
final class BodyProblem {
    /** How the reader writes a second place; the source itself it does not show. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;\\]]*; ([^\\]]*)\\]");

    private BodyProblem() {}

    static String sentence(JsonProcessingException failure) {
        return "the body cannot be read: " + reason(failure);
    }

    private static String reason(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "there is no field '" + unknown.getPropertyName() + "'; needed one of " + known(unknown);
        }
        if (failure instanceof ValueInstantiationException && failure.getCause() != null) {
            return String.valueOf(failure.getCause().getMessage());
        }
        if (failure instanceof InvalidFormatException wrong) {
            return field(wrong) + " is " + shown(wrong.getValue()) + "; needed " + needed(wrong.getTargetType());
        }
        if (failure instanceof MismatchedInputException wrong) {
            return field(wrong) + " is of another kind; needed " + needed(wrong.getTargetType());
        }
        return "no JSON" + place(failure.getLocation()) + ": "
                + SOURCE.matcher(failure.getOriginalMessage()).replaceAll("$1");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return Stream.ofNullable(unknown.getKnownPropertyIds())
                .flatMap(Collection::stream)
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String field(JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "it" : path;
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String text ? TextNode.valueOf(text).toString() : Objects.toString(value);
    }

    private static String needed(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Stream.of(type.getEnumConstants())
                            .map(constant -> JsonSettings.MAPPER.convertValue(constant, String.class))
                            .collect(Collectors.joining(", "));
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return type == String.class ? "a text" : "a JSON object";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
