package org.droveway.agent.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.droveway.protocol.Json;
import org.jspecify.annotations.Nullable;

/** Images by QEMU's own tool. */
public final class QemuImg implements Images {
    private static final String PROGRAM = "qemu-img";
    private static final long LONGEST_SECONDS = 30;

    @Override
    public Image inspect(Path file, String format) throws IOException {
        // --force-share: the guest that runs on it holds its lock.
        return parse(run(List.of(
                "info",
                "--force-share",
                "--output=json",
                "--image-opts",
                "driver=" + format + ",file.driver=file," + "file.filename=" + escaped(file))));
    }

    @Override
    public void make(Path file, String format, long virtualBytes) throws IOException {
        run(List.of("create", "-q", "-f", format, file.toString(), Long.toString(virtualBytes)));
    }

    /** A comma ends an option unless it is doubled. */
    private static String escaped(Path file) {
        return file.toString().replace(",", ",,");
    }

    static Image parse(String json) throws IOException {
        try {
            JsonNode info = Json.mapper().readTree(json);
            if (!info.path("virtual-size").isIntegralNumber()) {
                throw new IOException(PROGRAM + " tells no size: " + json);
            }
            return new Image(
                    info.path("virtual-size").longValue(),
                    info.path("actual-size").longValue(),
                    dependsOn(info));
        } catch (JsonProcessingException e) {
            throw new IOException(PROGRAM + " answers no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static @Nullable String dependsOn(JsonNode info) {
        List<String> others = new ArrayList<>();
        if (info.hasNonNull("backing-filename")) {
            others.add("backing file " + info.path("backing-filename").asText());
        }
        JsonNode data = info.path("format-specific").path("data");
        if (data.hasNonNull("data-file")) {
            others.add("data file " + data.path("data-file").asText());
        }
        if (info.path("encrypted").asBoolean()) {
            others.add("a key: it is encrypted");
        }
        info.path("snapshots")
                .forEach(snapshot ->
                        others.add("snapshot " + snapshot.path("name").asText()));
        return others.isEmpty() ? null : String.join(", ", others);
    }

    private static String run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        try {
            // Its answer is short; storage that hangs is what the time limit is for.
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(PROGRAM + " " + arguments.get(0) + " did not end within " + LONGEST_SECONDS
                        + " s: look at the storage");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(output.strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(PROGRAM + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
