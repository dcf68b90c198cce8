package org.droveway.agent.link;

import static java.util.Objects.requireNonNull;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** TLS of the link: both show certificates, the engine's must be for the name or address that is dialled. */
public record LinkTls(SSLContext context) {
    public LinkTls {
        requireNonNull(context, "context");
    }

    SSLEngine engineFor(String host, int port) {
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        engine.setSSLParameters(parameters);
        return engine;
    }
}
