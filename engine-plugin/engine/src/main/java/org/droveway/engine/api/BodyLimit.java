package org.droveway.engine.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads no more of a body than any call could need: less than what the server itself cuts off in the middle. Behind the check of
 * the token, so that it is known who sent it.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter {
    /** Bytes. A datacenter.cfg may have half of it. */
    private static final int MOST = 2 * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MOST) {
            request.abortWith(Problems.of(
                    Status.REQUEST_ENTITY_TOO_LARGE, sentence("the body has " + request.getLength() + " bytes")));
        } else {
            request.setEntityStream(new Limited(request.getEntityStream()));
        }
    }

    private static String sentence(String found) {
        return found + "; needed at most " + MOST;
    }

    /** There was more than any call could need. */
    static final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        BodyTooLargeException() {
            super(sentence("the body has more bytes than are read"));
        }
    }

    /** Ends with an error behind the last byte that is read of a body. */
    private static final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) throws BodyTooLargeException {
            read += more;
            if (read > MOST) {
                throw new BodyTooLargeException();
            }
        }
    }
}
