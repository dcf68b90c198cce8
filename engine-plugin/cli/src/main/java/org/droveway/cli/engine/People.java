package org.droveway.cli.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.droveway.cli.connection.Transport;
import org.jspecify.annotations.Nullable;

/** The part of the engine's REST API about users, sessions and what they did; otherwise as {@link Engine}. */
public final class People {
    private final Transport transport;

    /** An engine at the other end of a transport. */
    public People(Transport transport) {
        this.transport = requireNonNull(transport, "transport");
    }

    /** Opens a session; null: as long as is usual. */
    public Login login(String user, String password, @Nullable String ttl) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("user", user, "password", password));
        if (ttl != null) {
            body.put("ttl", ttl);
        }
        return call("POST", "sessions").with(body).one(Login.class);
    }

    /** Ends the session of this token. */
    public void logout() {
        call("DELETE", "sessions", "current").run();
    }

    /** All users. */
    public List<User> users() {
        return call("GET", "users").list(User.class);
    }

    /** One user. */
    public User user(String name) {
        return call("GET", "users", name).one(User.class);
    }

    /** Makes a user whose password the engine generates. */
    public User addUser(String name, String role, List<String> permissions) {
        return call("POST", "users")
                .with(Map.of("name", name, "role", role, "permissions", permissions))
                .one(User.class);
    }

    /** Gives a user other rights. */
    public User editUser(String name, String role, List<String> permissions) {
        return call("PUT", "users", name)
                .with(Map.of("role", role, "permissions", permissions))
                .one(User.class);
    }

    /** Sets a password; current: of oneself, null: an administrator sets another's. */
    public void setPassword(String name, @Nullable String current, String password) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("password", password));
        if (current != null) {
            body.put("current", current);
        }
        call("PUT", "users", name, "password").with(body).run();
    }

    /** Removes a user. */
    public void removeUser(String name) {
        call("DELETE", "users", name).run();
    }

    /** Entries of the audit that the query wants. */
    public List<AuditEntry> audit(Map<String, String> query) {
        return call("GET", "audit").query(Call.query(query)).list(AuditEntry.class);
    }

    /** Entries behind one of them, oldest first, as they came. */
    public List<JsonNode> auditAfter(long sequence, int limit) {
        return call("GET", "audit")
                .query("after=" + sequence + "&limit=" + limit)
                .list(JsonNode.class);
    }

    /** The newest entry of the audit. */
    public AuditHead auditHead() {
        return call("GET", "audit", "head").one(AuditHead.class);
    }

    private Call call(String method, String... segments) {
        return Call.of(transport, method, segments);
    }
}
