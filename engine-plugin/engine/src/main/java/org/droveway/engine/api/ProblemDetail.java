package org.droveway.engine.api;

import java.util.List;
import org.droveway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457.
 *
 * @param refusals every reason; null where there are none
 * @param plan what was planned before it was refused, whole or in part; null where there was none
 */
record ProblemDetail(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Refusal> refusals,
        @Nullable Object plan) implements Problem {}
