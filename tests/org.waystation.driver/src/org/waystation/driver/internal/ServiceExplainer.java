package org.waystation.driver.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Says why a service is missing, down to the one component whose need nobody meets. */
final class ServiceExplainer {

    private final BundleContext context;
    private final Services services;

    ServiceExplainer(BundleContext context) {
        this.context = context;
        this.services = new Services(context);
    }

    JsonNode explain(JsonNode question) {
        List<String> lines = new ArrayList<>();
        explain(question.path("service").asText(), "", new TreeSet<>(), lines);
        return JsonNodeFactory.instance.textNode(String.join("\n", lines));
    }

    private void explain(String name, String indent, Set<String> told, List<String> lines) {
        if (!told.add(name)) {
            lines.add(indent + name + ": see above");
            return;
        }
        List<String> publishers = publishers(name);
        if (!publishers.isEmpty()) {
            lines.add(indent + name + " is published by " + String.join(", ", publishers));
        }
        List<ComponentDescriptionDTO> components = components(name);
        if (publishers.isEmpty() && components.isEmpty()) {
            lines.add(indent + name + ": no component of a started bundle publishes it" + notStarted());
        }
        components.forEach(component -> component(component, indent, told, lines));
    }

    private void component(ComponentDescriptionDTO component, String indent, Set<String> told, List<String> lines) {
        String who = component.name + " in " + component.bundle.symbolicName;
        for (ComponentConfigurationDTO configuration : services.with(
                ServiceComponentRuntime.class, runtime -> runtime.getComponentConfigurationDTOs(component))) {
            switch (configuration.state) {
                case ComponentConfigurationDTO.ACTIVE -> lines.add(indent + who + ": active");
                case ComponentConfigurationDTO.SATISFIED ->
                    lines.add(indent + who + ": has all it needs, and is made when it is first used");
                case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    lines.add(indent + who + ": threw when it was made: " + firstLine(configuration.failure));
                default -> {
                    lines.add(indent + who + ": is missing what it needs");
                    missing(component, configuration, indent + "  ", told, lines);
                }
            }
        }
    }

    private void missing(
            ComponentDescriptionDTO component,
            ComponentConfigurationDTO configuration,
            String indent,
            Set<String> told,
            List<String> lines) {
        for (UnsatisfiedReferenceDTO unsatisfied : configuration.unsatisfiedReferences) {
            Arrays.stream(component.references)
                    .filter(reference -> reference.name.equals(unsatisfied.name))
                    .forEach(reference -> {
                        String with = unsatisfied.target == null ? "" : " with " + unsatisfied.target;
                        lines.add(indent + "no " + reference.interfaceName + with);
                        explain(reference.interfaceName, indent + "  ", told, lines);
                    });
        }
    }

    private List<ComponentDescriptionDTO> components(String name) {
        return services
                .with(ServiceComponentRuntime.class, ServiceComponentRuntime::getComponentDescriptionDTOs)
                .stream()
                .filter(c -> c.name.equals(name)
                        || c.implementationClass.equals(name)
                        || Arrays.asList(c.serviceInterfaces).contains(name))
                .toList();
    }

    private List<String> publishers(String name) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(name, null);
            return found == null
                    ? List.of()
                    : Arrays.stream(found)
                            .map(reference -> reference.getBundle().getSymbolicName())
                            .distinct()
                            .toList();
        } catch (InvalidSyntaxException e) {
            throw new DriverException(name + " is no name of a service");
        }
    }

    /** A bundle that lacks an import never gets as far as having components. */
    private String notStarted() {
        List<String> bundles = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(Bundle::getSymbolicName)
                .toList();
        return bundles.isEmpty() ? "" : "; bundles whose imports are not met: " + String.join(", ", bundles);
    }

    private static String firstLine(String text) {
        return text == null ? "unknown" : text.lines().findFirst().orElse("");
    }
}
