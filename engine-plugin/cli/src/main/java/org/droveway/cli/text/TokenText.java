package org.droveway.cli.text;

import java.util.List;
import org.droveway.cli.engine.Token;

/** API tokens for people. */
public final class TokenText {
    private TokenText() {}

    /** All tokens, without the secrets. */
    public static String tokens(List<Token> tokens) {
        Table table = new Table("ID", "NAME", "ROLE", "CLUSTER", "CREATED", "EXPIRES");
        tokens.forEach(token -> table.row(
                token.id(),
                Units.known(token.name()),
                token.role(),
                Units.known(token.cluster()),
                Units.moment(token.created()),
                expiry(token)));
        return table.render();
    }

    /** A token just made, with its secret. */
    public static String created(Token token) {
        return new Details()
                .add("id", token.id())
                .addKnown("name", token.name())
                .add("role", token.role())
                .addKnown("permissions", token.permissions().isEmpty() ? null : Units.words(token.permissions()))
                .addKnown("cluster", token.cluster())
                .add("expires", expiry(token))
                .add("token", token.token() + "   (shown only now)")
                .render();
    }

    private static String expiry(Token token) {
        return token.expires() == null ? "never" : Units.moment(token.expires());
    }
}
