package org.droveway.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.droveway.cli.Samples;
import org.droveway.cli.engine.EngineJson;
import org.junit.jupiter.api.Test;

/** What tampering is found, and by which name. */
final class TestChainCheck {
    private final List<ObjectNode> entries = chain(6);

    @Test
    void theHashIsTheDocumentedOne() throws JsonProcessingException {
        Link link = Link.of(EngineJson.mapper().readTree(Samples.ENTRY));

        assertThat(link.computed()).isEqualTo(link.hash()).isEqualTo(Samples.HASH);
    }

    @Test
    void aWholeChainHasNoFindings() {
        assertThat(findings()).isEmpty();
        assertThat(ChainCheck.findings(List.of())).isEmpty();
    }

    @Test
    void aChangedEntryIsNamed() {
        entries.get(2).put("who", "mallory (admin)");

        assertThat(findings()).singleElement().asString().startsWith("entry 3 was changed");
    }

    @Test
    void aFieldThatIsAddedOrTakenAwayIsAChange() {
        entries.get(2).put("reason", "none");
        entries.get(4).remove("who");

        assertThat(findings()).hasSize(2).allMatch(finding -> finding.contains("was changed"));
    }

    @Test
    void anEntryThatIsHashedAnewDoesNotContinue() {
        ObjectNode entry = entries.get(2);
        entry.put("who", "mallory (admin)");
        entry.put("hash", Link.of(entry).computed());

        assertThat(findings()).singleElement().asString().startsWith("entry 4 does not continue entry 3");
    }

    @Test
    void removedEntriesAreNamed() {
        entries.remove(4);
        entries.remove(2);
        entries.remove(1);

        assertThat(findings()).containsExactly("entries 2 to 3 are missing", "entry 5 is missing");
    }

    @Test
    void theFirstEntryIsMissed() {
        entries.remove(0);

        assertThat(findings()).containsExactly("entry 1 is missing");
    }

    @Test
    void anEntryThatWasMovedIsNamed() {
        Collections.swap(entries, 1, 3);

        assertThat(findings())
                .containsExactly(
                        "entry 3 was moved: it stands behind entry 4", "entry 2 was moved: it stands behind entry 4");
    }

    @Test
    void entriesThatChangedTheirNumbersAreChanged() {
        entries.get(1).put("sequence", 3);
        entries.get(2).put("sequence", 2);

        assertThat(findings()).anyMatch(f -> f.startsWith("entry 2 was changed"));
        assertThat(findings()).anyMatch(f -> f.startsWith("entry 3 was changed"));
    }

    @Test
    void anEntryThatIsThereTwiceIsNamed() {
        entries.add(2, entries.get(1));

        assertThat(findings()).containsExactly("entry 2 is there more than once");
    }

    private List<String> findings() {
        return ChainCheck.findings(entries.stream().map(Link::of).toList());
    }

    private static List<ObjectNode> chain(int length) {
        List<ObjectNode> chain = new ArrayList<>();
        String previous = "0".repeat(64);
        for (int i = 1; i <= length; i++) {
            ObjectNode entry = EngineJson.mapper().createObjectNode();
            entry.put("sequence", i).put("at", "2026-11-21T10:00:00Z").put("who", "alice (admin)");
            entry.put("action", "change")
                    .put("object", "host h" + i)
                    .put("outcome", "done")
                    .put("previous", previous);
            previous = Link.of(entry).computed();
            chain.add(entry.put("hash", previous));
        }
        return chain;
    }
}
