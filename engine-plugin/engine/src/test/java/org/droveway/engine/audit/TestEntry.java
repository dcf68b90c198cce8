package org.droveway.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of an entry is hashed; docs/api.md has the same example. */
class TestEntry {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.123456789Z");

    @Test
    void theCanonicalFormIsTheDocumentedOne() {
        assertThat(entry("h1é", null).canonical())
                .isEqualTo("1:7\n64:" + Entry.ANCHOR
                        + "\n27:2026-11-21T10:00:00.123456Z\n13:alice (admin)\n10:10.61.0.99\n"
                        + "18:PUT /hosts/h1/mode\n6:change\n9:host h1é\n18:{\"mode\":\"OBSERVE\"}\n-\n4:done\n-\n");
    }

    @Test
    void theHashIsTheDocumentedOne() {
        assertThat(entry("h1é", null).hash())
                .isEqualTo("9c360cab77819bc746103c0edf30e53be61889a4c4734ea48a3ce29844e55258");
    }

    @Test
    void nothingAndAHyphenAreDifferent() {
        assertThat(entry("h1", "-").hash()).isNotEqualTo(entry("h1", null).hash());
    }

    @Test
    void whatPassesFromOneFieldToTheNextChangesTheHash() {
        assertThat(entry("h1", "a\n1:b").hash()).isNotEqualTo(entry("h1", "a").hash());
    }

    @Test
    void textsAreMadeStorable() {
        Fact fact = new Fact(Authorship.ENGINE, Action.REQUEST, "/a\0\ud800", null, null, Outcome.REFUSED, "x\ty\n");
        assertThat(fact.object()).isEqualTo("/a??");
        assertThat(fact.reason()).isEqualTo("x?y\n");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        assertThat(StorableText.of("ab😀", 3)).isEqualTo("ab");
    }

    private static Entry entry(String host, @Nullable String after) {
        Authorship author = new Authorship("alice (admin)", "10.61.0.99", "PUT /hosts/h1/mode", null);
        Fact fact =
                new Fact(author, Action.CHANGE, "host " + host, "{\"mode\":\"OBSERVE\"}", after, Outcome.DONE, null);
        return Entry.of(fact, 7, Entry.ANCHOR, AT);
    }
}
