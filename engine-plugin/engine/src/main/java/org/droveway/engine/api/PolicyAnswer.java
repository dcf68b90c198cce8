package org.droveway.engine.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import org.droveway.engine.api.view.PolicyView;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.StatedPolicy;

/** Answers with what a scope says, and its version as ETag. */
final class PolicyAnswer {
    private PolicyAnswer() {}

    static Response of(PolicyScope scope, String name, StatedPolicy stated) {
        return Response.ok(PolicyView.of(scope, name, stated))
                .tag(new EntityTag(Long.toString(stated.version())))
                .build();
    }
}
