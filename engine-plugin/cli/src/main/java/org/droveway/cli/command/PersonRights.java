package org.droveway.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person may do. */
final class PersonRights {
    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "admin, operator or viewer.")
    private @Nullable Role role;

    @Mixin
    private PermissionOption permissions = new PermissionOption();

    String role() {
        return requireNonNull(role, "role").name().toLowerCase(Locale.ROOT);
    }

    List<String> permissions() {
        return permissions.names;
    }

    /** Roles of people; enrolment is for tokens. */
    enum Role {
        ADMIN,
        OPERATOR,
        VIEWER
    }
}
