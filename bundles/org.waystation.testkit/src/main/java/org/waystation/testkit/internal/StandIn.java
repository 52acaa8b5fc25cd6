package org.waystation.testkit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.EntityRecord;
import org.waystation.api.sync.Backend;
import org.waystation.api.sync.FieldChange;
import org.waystation.api.sync.Operation;
import org.waystation.testkit.fake.FakeBackend;
import org.waystation.testkit.fake.Recording;
import org.waystation.testkit.fake.SampleData;

/**
 * Stands in for the remote system where the system property {@code waystation.testkit.backend} says so: {@code sample},
 * or the path of a recording. Answers the driver's questions about it.
 */
@Component(
        service = {},
        immediate = true)
public final class StandIn {

    private final ObjectMapper json = new ObjectMapper();
    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public StandIn(BundleContext context) throws IOException {
        String wanted = System.getProperty("waystation.testkit.backend", "");
        registrations = wanted.isEmpty() ? List.of() : publish(context, content(wanted));
    }

    private static List<EntityRecord> content(String wanted) throws IOException {
        return wanted.equals("sample") ? SampleData.records() : Recording.read(Path.of(wanted));
    }

    private List<ServiceRegistration<?>> publish(BundleContext context, List<EntityRecord> content) {
        FakeBackend backend = new FakeBackend(Clock.systemUTC(), content);
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("waystation.driver.question", "remote");
        Function<String, String> questions = question -> answer(backend, question);
        return List.of(
                context.registerService(Backend.class, backend, null),
                context.registerService(Function.class, questions, properties));
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private String answer(FakeBackend backend, String question) {
        try {
            JsonNode node = json.readTree(question);
            ArrayNode answer = json.createArrayNode();
            switch (node.path("do").asText()) {
                case "put" -> put(backend, node);
                case "reachable" -> backend.reachable(node.path("reachable").asBoolean());
                case "received" ->
                    backend.received().stream().map(StandIn::line).forEach(answer::add);
                default -> throw new IllegalArgumentException("The stand-in does not know " + question);
            }
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void put(FakeBackend backend, JsonNode node) {
        Map<String, @Nullable Object> data =
                json.convertValue(node.path("data"), new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
        backend.put(
                new EntityKind(node.path("kind").asText()),
                UUID.fromString(node.path("id").asText()),
                data);
    }

    private static String line(Operation operation) {
        List<String> fields =
                operation.changes().stream().map(FieldChange::field).toList();
        return operation.type() + " " + operation.kind() + " " + String.join(",", fields);
    }
}
