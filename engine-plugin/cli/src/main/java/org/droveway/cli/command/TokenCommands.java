package org.droveway.cli.command;

import java.util.Locale;
import org.droveway.cli.Session;
import org.droveway.cli.engine.Token;
import org.droveway.cli.engine.TokenOrder;
import org.droveway.cli.text.TokenText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl token …}. */
@Command(name = "token", description = "API tokens.")
public final class TokenCommands {
    private final Session session;

    /** Commands of a session. */
    public TokenCommands(Session session) {
        this.session = session;
    }

    @Command(
            description = "Lists tokens, without the secrets.",
            footer = {"", "Example:", "  drovectl token list"})
    void list() {
        var tokens = session.engine().tokens();
        session.print(tokens, () -> TokenText.tokens(tokens));
    }

    @Command(
            description = "Makes a token and shows its secret, this once.",
            footer = {
                "",
                "Examples:",
                "  drovectl token create --role operator --name alice --ttl 8h",
                "  drovectl token create --role operator --permission migration-override",
                "  drovectl token create --role enrolment --cluster lab --ttl 30m"
            })
    void create(
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "admin, operator, viewer, or enrolment (of a host's agent).")
                    Role role,
            @Mixin PermissionOption permissions,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            description = "Who or what it is for; migrations tell who asked by it.")
                    @Nullable
                    String name,
            @Option(
                            names = "--ttl",
                            paramLabel = "TIME",
                            converter = TimeToLive.Converter.class,
                            description = "How long it holds: 45s, 30m, 8h, 7d (default: until revoked).")
                    @Nullable
                    TimeToLive ttl,
            @Option(names = "--cluster", paramLabel = "CLUSTER", description = "With enrolment: where the host joins.")
                    @Nullable
                    String cluster) {
        Token token = session.engine()
                .createToken(new TokenOrder(
                        name, role.wireName(), permissions.names, ttl == null ? null : ttl.iso(), cluster));
        session.print(token, () -> TokenText.created(token));
    }

    @Command(
            description = "Ends a token at once.",
            footer = {"", "Example:", "  drovectl token revoke ID"})
    void revoke(@Parameters(paramLabel = "ID", description = "The token's id.") String id) {
        session.engine().revokeToken(id);
        session.tell("token " + id + " revoked");
    }

    /** What a token's bearer may do. */
    enum Role {
        ADMIN,
        OPERATOR,
        VIEWER,
        ENROLMENT;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
