package org.droveway.engine.datacentercfg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the one line that says the policy, and gathers every error on the way. */
final class CfgReader {
    private final List<CfgError> errors = new ArrayList<>();
    private final List<Place> migrations = new ArrayList<>();
    private final List<Place> olds = new ArrayList<>();
    private @Nullable PolicyLine found;

    /** A line with one of our keys. */
    private record Place(int line, int column, String text) {}

    /** The line that says the policy; null if none does. */
    @Nullable
    PolicyLine read(List<CfgLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            readLine(i, lines.get(i).text());
        }
        checkOnce(CfgKey.MIGRATION, migrations);
        checkOnce(CfgKey.MIGRATION_UNSECURE, olds);
        checkNotBoth();
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparingInt(CfgError::line).thenComparingInt(CfgError::column));
            throw new CfgSyntaxException(errors);
        }
        return found;
    }

    private void readLine(int index, String text) {
        int start = CfgBlanks.skipInvisible(text);
        CfgKey key = CfgKey.at(text, start);
        if (key == null) {
            return;
        }
        List<Place> places = key == CfgKey.MIGRATION ? migrations : olds;
        places.add(new Place(index + 1, start + 1, text.substring(start, CfgBlanks.end(text, start))));
        PolicyLine line = new PolicyLineReader(index, text, key, start, errors).read();
        found = line == null ? found : line;
    }

    private void checkOnce(CfgKey key, List<Place> places) {
        places.stream().skip(1).forEach(place -> {
            String needed =
                    "'" + key.word() + "' only once; line " + places.get(0).line() + " has it already";
            errors.add(new CfgError(place.line(), place.column(), place.text(), needed));
        });
    }

    /** Proxmox warns and takes the new one; which one was meant, only a person knows. */
    private void checkNotBoth() {
        if (migrations.isEmpty()) {
            return;
        }
        String needed = "no '" + CfgKey.MIGRATION_UNSECURE.word() + "' beside '" + CfgKey.MIGRATION.word() + "' (line "
                + migrations.get(0).line() + "), which has taken its place";
        olds.forEach(place -> errors.add(new CfgError(place.line(), place.column(), place.text(), needed)));
    }
}
