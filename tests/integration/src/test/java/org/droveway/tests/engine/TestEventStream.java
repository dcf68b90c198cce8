package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page begins with; from outside. */
@ExtendWith(ArquillianExtension.class)
class TestEventStream {
    private static final int MANY = 150;

    private final Engine administrator = Engine.administrator();

    @Deployment(testable = false)
    static EnterpriseArchive engine() {
        return EngineArchive.delivered();
    }

    /** More than fits into a connection's buffers; it stopped in the middle over HTTP/2. */
    @RepeatedTest(3)
    @Timeout(60)
    void itBeginsWithEverythingHoweverMuchThatIs() {
        String prefix = "d" + UUID.randomUUID().toString().substring(0, 8);
        IntStream.range(0, MANY)
                .forEach(i -> administrator.call("POST", "/datacenters", "{\"name\":\"%s-%d\"}".formatted(prefix, i)));
        for (int stream = 0; stream < 10; stream++) {
            assertThat(administrator.everything().stream().filter(line -> line.contains(prefix)))
                    .hasSize(MANY);
        }
        IntStream.range(0, MANY).forEach(i -> administrator.call("DELETE", "/datacenters/" + prefix + "-" + i));
    }

    /** The stream is over before it would tell of the next change. */
    @Test
    @Timeout(60)
    void aRevokedTokenHearsNothingMore() throws Exception {
        Engine.Answer made = administrator.call("POST", "/tokens", "{\"role\":\"viewer\"}");
        Engine viewer = Engine.withToken(made.body().path("token").asText());
        String name = "d" + UUID.randomUUID().toString().substring(0, 8);
        CompletableFuture<List<String>> told = viewer.toTheEnd();

        administrator.call("DELETE", "/tokens/" + made.body().path("id").asText());
        administrator.call("POST", "/datacenters", "{\"name\":\"%s\"}".formatted(name));

        assertThat(told.get(30, TimeUnit.SECONDS)).contains("event: ready").noneMatch(line -> line.contains(name));
        administrator.call("DELETE", "/datacenters/" + name);
    }
}
