package org.droveway.engine.api;

import static org.droveway.engine.security.Role.ADMINS;
import static org.droveway.engine.security.Role.OPERATORS;
import static org.droveway.engine.security.Role.VIEWERS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.droveway.engine.audit.Entry;
import org.droveway.engine.audit.store.AuditLog;

/** Who did what. There is nothing to write here: entries come with what they tell of. */
@Path("/audit")
@RolesAllowed({ADMINS, OPERATORS, VIEWERS})
public class AuditResource {
    /** Only for who asks for it: whoever takes anything gets the other. */
    private static final String JSON_LINES = "application/x-ndjson;qs=0.5";

    private static final int MOST = 1000;

    @Inject
    AuditLog audit;

    /**
     * The newest entry's place and hash.
     *
     * @param sequence 0: there is no entry
     */
    public record Head(long sequence, String hash) {}

    /** Newest first, or, behind an entry that is named, oldest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Entry> list(@BeanParam AuditQuery query, @QueryParam("limit") @DefaultValue("100") String limit) {
        return audit.list(query.filter(), Input.number("limit", limit, 1, MOST));
    }

    /** All of them, oldest first, one JSON object a line; read while it is sent. */
    @GET
    @Produces(JSON_LINES)
    public StreamingOutput export(@BeanParam AuditQuery query) {
        AuditLog.Filter wanted = query.filter();
        AuditLog.Filter first = wanted.after() == null ? wanted.after(0) : wanted;
        return out -> write(out, first);
    }

    /** What an export of now ends with. */
    @GET
    @Path("/head")
    @Produces(MediaType.APPLICATION_JSON)
    public Head head() {
        return audit.list(AuditLog.Filter.ALL, 1).stream()
                .findFirst()
                .map(entry -> new Head(entry.sequence(), entry.hash()))
                .orElse(new Head(0, Entry.ANCHOR));
    }

    private void write(OutputStream out, AuditLog.Filter first) throws IOException {
        AuditLog.Filter next = first;
        List<Entry> page;
        do {
            page = audit.list(next, MOST);
            for (Entry entry : page) {
                out.write((JsonSettings.MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
                next = next.after(entry.sequence());
            }
        } while (page.size() == MOST);
    }
}
