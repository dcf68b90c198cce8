package org.droveway.tests.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.droveway.protocol.Json;

/** Reads the event stream's lines and remembers every state that it tells of one migration, as often as it tells it. */
final class MigrationStates implements Flow.Subscriber<String> {
    private static final String DATA = "data:";

    private final String migration;
    private final List<String> states = new CopyOnWriteArrayList<>();

    MigrationStates(String migration) {
        this.migration = migration;
    }

    List<String> states() {
        return states;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(DATA)) {
            JsonNode object = read(line.substring(DATA.length()));
            if (object.path("id").asText().equals(migration)) {
                states.add(object.path("state").asText());
            }
        }
    }

    private static JsonNode read(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stream told what is no JSON: " + json, e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        states.add("lost: " + failure);
    }

    @Override
    public void onComplete() {
        states.add("over");
    }
}
