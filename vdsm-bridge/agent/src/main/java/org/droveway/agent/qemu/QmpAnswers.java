package org.droveway.agent.qemu;

import static org.droveway.agent.qemu.QmpQuestions.CAPABILITIES;
import static org.droveway.agent.qemu.QmpQuestions.PARAMETERS;
import static org.droveway.agent.qemu.QmpQuestions.SCHEMA;
import static org.droveway.agent.qemu.QmpQuestions.VERSION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.droveway.protocol.Json;
import org.droveway.protocol.peer.QemuAbilities;

/** Reads what QEMU said, line by line. */
final class QmpAnswers {
    private QmpAnswers() {}

    /** What the lines tell, or the first thing that is wrong with them. */
    static QemuFinding read(String lines) {
        Map<String, JsonNode> answers = new HashMap<>();
        StringBuilder complaints = new StringBuilder();
        for (String line : lines.lines().toList()) {
            if (line.startsWith("{")) {
                try {
                    JsonNode answer = Json.mapper().readTree(line);
                    answers.put(answer.path("id").asText(), answer);
                } catch (JsonProcessingException e) {
                    return QemuFinding.unknown("an answer is not JSON: " + shortened(line));
                }
            } else if (!line.isBlank()) {
                complaints.append(complaints.isEmpty() ? "" : "; ").append(line.strip());
            }
        }
        for (String question : Set.of(VERSION, CAPABILITIES, PARAMETERS, SCHEMA)) {
            if (!answers.containsKey(question)
                    || answers.get(question).path("return").isMissingNode()) {
                return QemuFinding.unknown(missing(question, answers.get(question), complaints.toString()));
            }
        }
        return QemuFinding.of(abilities(answers));
    }

    private static String missing(
            String question, @org.jspecify.annotations.Nullable JsonNode answer, String complaints) {
        String error = answer == null ? "" : answer.path("error").path("desc").asText();
        return question + " was not answered"
                + (error.isEmpty() ? "" : ": " + shortened(error))
                + (complaints.isEmpty() ? "" : "; it said: " + shortened(complaints));
    }

    private static QemuAbilities abilities(Map<String, JsonNode> answers) {
        JsonNode version = result(answers, VERSION).path("qemu");
        Set<String> capabilities = new TreeSet<>();
        result(answers, CAPABILITIES)
                .forEach(each -> capabilities.add(each.path("capability").asText()));
        Set<String> parameters = new TreeSet<>();
        result(answers, PARAMETERS).fieldNames().forEachRemaining(parameters::add);
        QmpSchema schema = new QmpSchema(result(answers, SCHEMA));
        Set<String> compressions = new TreeSet<>(schema.words("migrate-set-parameters", "multifd-compression"));
        compressions.remove("none");
        return new QemuAbilities(
                version.path("major").asInt() + "." + version.path("minor").asInt() + "."
                        + version.path("micro").asInt(),
                capabilities,
                parameters,
                compressions,
                schema.hasMember("drop-cache"));
    }

    private static JsonNode result(Map<String, JsonNode> answers, String question) {
        return answers.get(question).path("return");
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
