package org.droveway.agent.preflight;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/**
 * One row of the preflight list, as far as one host can see it.
 *
 * @param row its number in docs/preflight.md
 * @param object whom a finding is about
 * @param findings what is wrong; nothing: the row is in order
 * @param <V> what the host sees
 */
record Check<V>(
        int row,
        RefusalCode code,
        Function<V, String> object,
        Function<V, List<String>> findings,
        String needed,
        String remedy) {
    Check {
        requireNonNull(code, "code");
        requireNonNull(object, "object");
        requireNonNull(findings, "findings");
        requireNonNull(needed, "needed");
        requireNonNull(remedy, "remedy");
    }

    /** Every finding as a refusal. */
    List<Refusal> refusals(V view) {
        return findings.apply(view).stream()
                .map(found -> Refusal.of(code, object.apply(view), found, needed, remedy))
                .toList();
    }

    /** Findings of all rows, none stops another. */
    static <V> List<Refusal> all(List<Check<V>> checks, V view) {
        return checks.stream().flatMap(check -> check.refusals(view).stream()).toList();
    }
}
