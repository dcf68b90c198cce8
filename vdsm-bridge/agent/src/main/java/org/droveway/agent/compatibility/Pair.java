package org.droveway.agent.compatibility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.droveway.protocol.peer.HostAbilities;

/**
 * A migration from one host to another, before anything is done.
 *
 * @param sharedMemoryOnly whether no memory of the VM lies in a file that is neither shared memory nor hugepages
 */
public record Pair(Wanted wanted, Side source, Side destination, boolean sharedMemoryOnly) {
    public Pair {
        requireNonNull(wanted, "wanted");
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
    }

    /** Whether it holds for one end at least. */
    boolean either(Predicate<Side> condition) {
        return condition.test(source) || condition.test(destination);
    }

    /** Whether both told it and differ; what one did not tell makes no difference. */
    boolean differ(Function<HostAbilities, ?> fact) {
        Object here = source.told(fact::apply);
        Object there = destination.told(fact::apply);
        return here != null && there != null && !here.equals(there);
    }

    /** Whether both told it and it is the same. */
    boolean same(Function<HostAbilities, ?> fact) {
        Object here = source.told(fact::apply);
        return here != null && Objects.equals(here, destination.told(fact::apply));
    }

    /** The ends for which it holds, for people. */
    String those(Predicate<Side> condition, Function<Side, String> words) {
        List<String> found = Stream.of(source, destination)
                .filter(condition)
                .map(side -> side + " " + words.apply(side))
                .toList();
        return String.join(", ", found);
    }

    /** Both ends, for people. */
    String both(Function<Side, String> words) {
        return those(side -> true, words);
    }
}
