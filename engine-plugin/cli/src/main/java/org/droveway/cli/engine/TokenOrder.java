package org.droveway.cli.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new token is to be.
 *
 * @param name who or what it is for; null: not said
 * @param permissions beside what the role allows
 * @param ttl how long it holds, ISO-8601 duration; null: until revoked
 * @param cluster where hosts that enrol with it join
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenOrder(
        @Nullable String name,
        String role,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> permissions,
        @Nullable String ttl,
        @Nullable String cluster) {}
