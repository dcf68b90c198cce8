package org.droveway.cli.text;

import java.util.List;
import java.util.stream.Collectors;
import org.droveway.cli.engine.Refusal;

/** Reasons for people: each with its object, what was found, what was needed and what to do. */
public final class RefusalText {
    private RefusalText() {}

    /** All reasons, indented by two blanks, each of four lines. */
    public static String of(List<Refusal> refusals) {
        return refusals.stream().map(RefusalText::one).collect(Collectors.joining("\n"));
    }

    private static String one(Refusal refusal) {
        return String.format(
                "  %s: %s%n    found   %s%n    needed  %s%n    remedy  %s",
                refusal.code(), refusal.object(), refusal.found(), refusal.needed(), refusal.remedy());
    }
}
