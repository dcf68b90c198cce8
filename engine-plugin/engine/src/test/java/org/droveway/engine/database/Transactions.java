package org.droveway.engine.database;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** What {@code @Transactional} means in the server, for one database and without a server. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class Transactions {
    @Inject
    Session session;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return session.inTransaction(call::proceed);
    }
}
