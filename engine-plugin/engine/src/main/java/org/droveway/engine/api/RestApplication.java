package org.droveway.engine.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under {@code /droveway/api/v1}. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
