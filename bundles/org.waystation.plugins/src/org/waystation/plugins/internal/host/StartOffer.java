package org.waystation.plugins.internal.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.waystation.api.notify.Notification;
import org.waystation.api.notify.Notification.Action;
import org.waystation.api.plugins.SafeStart.Choice;
import org.waystation.api.plugins.SafeStart.Question;

/** The question after starts that did not come to their end, as a notification that stays until it is answered. */
final class StartOffer {

    static final String KEY = "safe-start";

    private StartOffer() {}

    static Notification of(Question question, Consumer<Choice> answer) {
        List<Action> actions = new ArrayList<>();
        question.suspect()
                .ifPresent(name -> actions.add(
                        new Action("Start without “" + name + "”", () -> answer.accept(Choice.WITHOUT_SUSPECT))));
        actions.add(new Action("Start all plug-ins", () -> answer.accept(Choice.ALL)));
        actions.add(new Action("Stay in safe mode", () -> answer.accept(Choice.SAFE_MODE)));
        String suspect = question.suspect()
                .map(name -> "“" + name + "” was being started then.")
                .orElse("No plug-in was being started then.");
        return new Notification(
                Notification.Level.WARNING,
                "Plug-ins",
                KEY,
                "The last " + question.crashes() + " starts did not come to their end",
                suspect + " No plug-in runs until you decide; your work is safe.",
                actions);
    }
}
