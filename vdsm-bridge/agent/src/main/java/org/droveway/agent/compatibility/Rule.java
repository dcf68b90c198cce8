package org.droveway.agent.compatibility;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.Predicate;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/**
 * What must not be tried between two hosts.
 *
 * @param name stable, for tests and people
 * @param reason why it must not, including what happens when a fact is not known
 * @param broken whether the pair breaks it
 * @param found what is wrong, with both hosts' facts
 * @param needed what would be right
 * @param remedy what a person can do
 */
public record Rule(
        String name,
        RefusalCode code,
        String reason,
        Predicate<Pair> broken,
        Function<Pair, String> found,
        String needed,
        String remedy) {
    public Rule {
        requireNonNull(name, "name");
        requireNonNull(code, "code");
        requireNonNull(reason, "reason");
        requireNonNull(broken, "broken");
        requireNonNull(found, "found");
        requireNonNull(needed, "needed");
        requireNonNull(remedy, "remedy");
    }

    Refusal refusal(Pair pair) {
        return Refusal.of(
                code,
                "hosts " + pair.source().host() + " and " + pair.destination().host(),
                found.apply(pair) + " (" + reason + ")",
                needed,
                remedy);
    }
}
