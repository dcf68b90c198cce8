package org.droveway.agent.negotiation;

import java.util.ArrayList;
import java.util.List;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** Collects reasons; a check adds its own only when its condition holds. */
final class Reasons {
    private final List<Refusal> refusals = new ArrayList<>();

    void when(boolean condition, RefusalCode code, String object, String found, String needed, String remedy) {
        if (condition) {
            refusals.add(Refusal.of(code, object, found, needed, remedy));
        }
    }

    List<Refusal> all() {
        return List.copyOf(refusals);
    }
}
