package org.waystation.backend.rt.ui.internal.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.Priority;
import org.waystation.backend.rt.ui.internal.Rows;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.WidgetId;

/** The least number of each priority. */
final class PriorityRow extends Panel {

    private final List<TextBox> boxes = new ArrayList<>();

    PriorityRow(Composite parent, Look look, Runnable changed) {
        super(parent, look, Rows.ground(parent));
        setLayout(Rows.grid(Priority.KNOWN.size(), 0, 8));
        setLayoutData(Rows.across());
        Priority.KNOWN.forEach(one -> Rows.head(this, look, one.label() + " from"));
        for (Priority one : Priority.KNOWN) {
            TextBox box = new TextBox(this, look, tone(), "Least number of " + one.label(), 1);
            box.setLayoutData(Rows.across());
            box.onChange(changed);
            WidgetId.set(box.control(), "waystation.rt.priority." + one.code());
            boxes.add(box);
        }
    }

    void show(Map<String, Integer> least) {
        for (int i = 0; i < boxes.size(); i++) {
            Integer number = least.get(Priority.KNOWN.get(i).code());
            if (number != null) {
                boxes.get(i).text(number.toString());
            }
        }
    }

    /** Without those that are no number. */
    Map<String, Integer> least() {
        Map<String, Integer> least = new LinkedHashMap<>();
        for (int i = 0; i < boxes.size(); i++) {
            String typed = boxes.get(i).text().strip();
            if (typed.matches("-?[0-9]{1,6}")) {
                least.put(Priority.KNOWN.get(i).code(), Integer.valueOf(typed));
            }
        }
        return least;
    }

    TextBox box(int row) {
        return boxes.get(row);
    }
}
