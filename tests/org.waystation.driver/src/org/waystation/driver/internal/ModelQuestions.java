package org.waystation.driver.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.UUID;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;

/** Shows parts and runs commands of the application model, by their ids; on the UI thread. */
final class ModelQuestions {

    private final Services services;

    ModelQuestions(Services services) {
        this.services = services;
    }

    JsonNode show(JsonNode question) {
        String id = question.path("id").asText();
        MApplication application = application();
        MUIElement part = application.getContext().get(EModelService.class).find(id, application);
        if (part == null) {
            throw new DriverException("No part " + id + " in the application model");
        }
        part.setVisible(true);
        part.setToBeRendered(true);
        return JsonNodeFactory.instance.booleanNode(true);
    }

    JsonNode run(JsonNode question) {
        String id = question.path("id").asText();
        IEclipseContext context = application().getContext().getActiveLeaf();
        ParameterizedCommand command = context.get(ECommandService.class).createCommand(id, Map.of());
        if (command == null || !command.getCommand().isDefined()) {
            throw new DriverException("No command " + id);
        }
        EHandlerService handlers = context.get(EHandlerService.class);
        if (!handlers.canExecute(command)) {
            throw new DriverException("The command " + id + " cannot be executed now");
        }
        handlers.executeHandler(command);
        return JsonNodeFactory.instance.booleanNode(true);
    }

    /** Opens a record in its editor, as following a link to it does. */
    JsonNode open(JsonNode question) {
        RecordRef record = new RecordRef(
                new EntityKind(question.path("kind").asText()),
                UUID.fromString(question.path("id").asText()));
        services.with(RecordNavigator.class, navigator -> {
            navigator.open(record);
            return record;
        });
        return JsonNodeFactory.instance.booleanNode(true);
    }

    private MApplication application() {
        return services.with(IWorkbench.class, IWorkbench::getApplication);
    }
}
