package org.droveway.engine.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.PolicyScope;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one field, and why. The words are made when somebody asks.
 *
 * @param value what was made of what the scopes say; null: no scope says anything
 * @param winner the scope that says so; null: none, or no single one
 * @param scopes every scope, from the widest, whatever it says
 */
public record FieldDecision<T>(
        PolicyField<T> field, @Nullable T value, @Nullable ScopedStatement winner, List<ScopedStatement> scopes) {
    public FieldDecision {
        requireNonNull(field, "field");
        requireNonNull(scopes, "scopes");
    }

    /** By the field's order alone; of scopes that say the same, the widest wins. */
    static <T> FieldDecision<T> of(PolicyField<T> field, List<ScopedStatement> scopes) {
        T value = null;
        ScopedStatement winner = null;
        for (ScopedStatement scope : scopes) {
            T said = field.in(scope.says());
            if (said == null) {
                continue;
            }
            T next = value == null ? said : field.stricter(value, said);
            if (!next.equals(value)) {
                value = next;
                winner = next.equals(said) ? scope : null;
            }
        }
        return new FieldDecision<>(field, value, winner, scopes);
    }

    /** What is in force: the value, or what holds where no scope says anything; null: no limit. */
    public @Nullable T inForce() {
        return value == null ? field.standard() : value;
    }

    /** What is in force, where the field has a standard. */
    T requireInForce() {
        return requireNonNull(inForce(), field.name());
    }

    /** Whether a scope that is set, and not only asked for, says exactly this. */
    public Optional<ScopedStatement> standing(T wanted) {
        return scopes.stream()
                .filter(scope -> scope.scope() != PolicyScope.OVERRIDE)
                .filter(scope -> wanted.equals(field.in(scope.says())))
                .findFirst();
    }

    /** Why it is so, a sentence for people that names every scope that says something. */
    public String reason() {
        if (value == null) {
            return "no scope says anything: " + field.unsaid();
        }
        String others = scopes.stream()
                .filter(scope -> !scope.equals(winner))
                .flatMap(scope -> said(scope).stream())
                .collect(Collectors.joining(", "));
        if (winner == null) {
            return field.standard() == null
                    ? field.rule() + ": " + others
                    : field.unsaid() + "; " + field.rule() + " (" + others + ")";
        }
        String first = winner.words() + " says " + field.words(value);
        return others.isEmpty() ? first : first + "; " + field.rule() + " (" + others + ")";
    }

    private Optional<String> said(ScopedStatement scope) {
        return Optional.ofNullable(field.in(scope.says())).map(said -> scope.words() + ": " + field.words(said));
    }
}
