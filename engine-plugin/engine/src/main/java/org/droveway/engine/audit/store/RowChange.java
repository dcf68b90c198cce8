package org.droveway.engine.audit.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.droveway.engine.audit.Action;
import org.droveway.engine.audit.Authorship;
import org.droveway.engine.audit.Fact;
import org.droveway.engine.audit.Outcome;

/** What one transaction has done to one row so far. */
final class RowChange {
    private final String object;
    private final Map<String, JsonNode> before = new TreeMap<>();
    private final Map<String, JsonNode> after = new TreeMap<>();
    private boolean created;
    private boolean removed;

    RowChange(String object) {
        this.object = object;
    }

    void created() {
        created = true;
    }

    void removed() {
        removed = true;
        after.clear();
    }

    /** A column's value; the first one that was there before counts, and the last one that came after. */
    void column(String name, JsonNode was, JsonNode is) {
        if (!was.isNull() && !created) {
            before.putIfAbsent(name, was);
        }
        if (is.isNull() || removed) {
            after.remove(name);
        } else {
            after.put(name, is);
        }
    }

    /** Whether anything is left of it. */
    boolean isWorthTelling() {
        return created ? !removed : removed || !before.equals(after);
    }

    Fact toFact(Authorship author) {
        Action action = created ? Action.CREATE : removed ? Action.REMOVE : Action.CHANGE;
        return new Fact(
                author, action, object, RowText.print(before), RowText.print(after), Outcome.DONE, author.reason());
    }
}
