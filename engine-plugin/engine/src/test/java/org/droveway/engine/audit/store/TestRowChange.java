package org.droveway.engine.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.droveway.engine.audit.Action;
import org.droveway.engine.audit.Authorship;
import org.droveway.engine.audit.Fact;
import org.junit.jupiter.api.Test;

/** Several writes of one row in one transaction are one entry, or none. */
class TestRowChange {
    private static final JsonNode NOTHING = NullNode.getInstance();

    private final RowChange row = new RowChange("host h1");

    @Test
    void theFirstBeforeAndTheLastAfterCount() {
        row.column("mode", text("a"), text("b"));
        row.column("mode", text("b"), text("c"));
        Fact fact = row.toFact(Authorship.ENGINE);
        assertThat(fact.action()).isEqualTo(Action.CHANGE);
        assertThat(fact.before()).isEqualTo("{\"mode\":\"a\"}");
        assertThat(fact.after()).isEqualTo("{\"mode\":\"c\"}");
    }

    @Test
    void whatEndsAsItBeganIsNotTold() {
        row.column("mode", text("a"), text("b"));
        row.column("mode", text("b"), text("a"));
        assertThat(row.isWorthTelling()).isFalse();
    }

    @Test
    void aRowThatIsMadeAndChangedIsMade() {
        row.created();
        row.column("mode", NOTHING, text("a"));
        row.column("mode", text("a"), text("b"));
        Fact fact = row.toFact(Authorship.ENGINE);
        assertThat(fact.action()).isEqualTo(Action.CREATE);
        assertThat(fact.before()).isNull();
        assertThat(fact.after()).isEqualTo("{\"mode\":\"b\"}");
    }

    @Test
    void aRowThatIsMadeAndRemovedIsNotTold() {
        row.created();
        row.column("mode", NOTHING, text("a"));
        row.removed();
        assertThat(row.isWorthTelling()).isFalse();
    }

    @Test
    void aRemovedRowHasNothingAfter() {
        row.column("mode", text("a"), NOTHING);
        row.removed();
        Fact fact = row.toFact(Authorship.ENGINE);
        assertThat(fact.action()).isEqualTo(Action.REMOVE);
        assertThat(fact.before()).isEqualTo("{\"mode\":\"a\"}");
        assertThat(fact.after()).isNull();
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }
}
