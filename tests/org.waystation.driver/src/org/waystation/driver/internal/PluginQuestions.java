package org.waystation.driver.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.waystation.api.plugins.InstallOffer;
import org.waystation.api.plugins.PluginRefusedException;
import org.waystation.api.plugins.Plugins;
import org.waystation.api.plugins.RemovalReport;
import org.waystation.api.plugins.RepositoryOffer;
import org.waystation.plugins.unload.UnloadProof;

/** Installs and removes plug-ins as a technician does, and looks whether they left anything behind. */
final class PluginQuestions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final BundleContext context;
    private final Services services;

    PluginQuestions(BundleContext context) {
        this.context = context;
        this.services = new Services(context);
    }

    /** Answers with the milliseconds from the file to all of it running. */
    JsonNode install(JsonNode question) {
        Path file = Path.of(question.path("file").asText());
        long begin = System.nanoTime();
        services.with(Plugins.class, plugins -> {
            List<InstallOffer> offers = await(plugins.inspect(List.of(file)));
            return await(plugins.install(offers));
        });
        return JSON.numberNode((System.nanoTime() - begin) / NANOS_PER_MILLI);
    }

    /** What the repositories offer, each as id and version. */
    JsonNode offered() {
        ArrayNode all = JSON.arrayNode();
        services.with(Plugins.class, plugins -> await(plugins.offered()))
                .forEach(offer -> all.add(offer.id() + " " + offer.version()));
        return all;
    }

    /** Answers with the milliseconds from the repository's index to all of it running. */
    JsonNode installOffered(JsonNode question) {
        String id = question.path("id").asText();
        long begin = System.nanoTime();
        services.with(Plugins.class, plugins -> {
            List<RepositoryOffer> wanted = await(plugins.offered()).stream()
                    .filter(offer -> offer.id().equals(id))
                    .toList();
            if (wanted.isEmpty()) {
                throw new DriverException("No repository offers " + id);
            }
            return await(plugins.install(await(plugins.fetch(wanted))));
        });
        return JSON.numberNode((System.nanoTime() - begin) / NANOS_PER_MILLI);
    }

    JsonNode installed() {
        ArrayNode all = JSON.arrayNode();
        services.with(Plugins.class, Plugins::installed)
                .forEach(plugin ->
                        all.add((plugin.description().id() + " " + plugin.state() + " " + plugin.reason()).strip()));
        return all;
    }

    JsonNode remove(JsonNode question) throws InterruptedException {
        String id = question.path("id").asText();
        List<Bundle> bundles = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(id))
                .toList();
        UnloadProof proof = new UnloadProof(bundles);
        RemovalReport report = services.with(Plugins.class, plugins -> await(plugins.remove(id)));
        ObjectNode answer = JSON.objectNode();
        report.undone().forEach(answer.putArray("undone")::add);
        report.leftover().forEach(answer.putArray("leftover")::add);
        answer.put("holder", holder(proof).orElse(""));
        return answer;
    }

    JsonNode disable(JsonNode question) {
        services.with(
                Plugins.class,
                plugins -> await(plugins.disable(question.path("id").asText())));
        return JSON.nullNode();
    }

    JsonNode enable(JsonNode question) {
        services.with(
                Plugins.class,
                plugins -> await(plugins.enable(question.path("id").asText())));
        return JSON.nullNode();
    }

    private static Optional<String> holder(UnloadProof proof) throws InterruptedException {
        try {
            return proof.holder();
        } catch (IOException e) {
            throw new DriverException("The heap could not be searched: " + e.getMessage());
        }
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PluginRefusedException refused) {
                throw new DriverException(refused.refusal().sentence());
            }
            throw e;
        }
    }
}
