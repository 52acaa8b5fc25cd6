package org.waystation.assets.ui.internal.editor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.assets.AssetView.Related;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Align;
import org.waystation.shell.widgets.Brush;
import org.waystation.shell.widgets.PaintedControl;

/** An asset in the middle, what it relates to on the right, what relates to it on the left. */
final class RelationGraph extends PaintedControl {

    private static final int NODE_WIDTH = 168;
    private static final int NODE_HEIGHT = 26;
    private static final int STEP = 34;
    private static final int MOST = 8;

    private String name = "";
    private List<Related> relations = List.of();

    RelationGraph(Composite parent, Look look) {
        super(parent, look, false, ACC.ROLE_GRAPHIC);
    }

    void show(String newName, List<Related> newRelations) {
        name = newName;
        relations = newRelations;
        changed();
        getParent().layout();
    }

    @Override
    protected void paint(Brush brush, Rectangle area) {
        List<Related> to = side(true);
        List<Related> from = side(false);
        Rectangle middle =
                new Rectangle((area.width - NODE_WIDTH) / 2, (area.height - NODE_HEIGHT) / 2, NODE_WIDTH, NODE_HEIGHT);
        for (int i = 0; i < to.size(); i++) {
            Rectangle node = node(area.width - NODE_WIDTH, i, to.size(), area.height);
            edge(brush, middle.x + NODE_WIDTH, middle, node.x, node, to.get(i));
        }
        for (int i = 0; i < from.size(); i++) {
            Rectangle node = node(0, i, from.size(), area.height);
            edge(brush, node.x + NODE_WIDTH, node, middle.x, middle, from.get(i));
            box(brush, node, from.get(i).name(), Tone.HOVER, Tone.TEXT);
        }
        for (int i = 0; i < to.size(); i++) {
            box(
                    brush,
                    node(area.width - NODE_WIDTH, i, to.size(), area.height),
                    shown(to.get(i)),
                    Tone.HOVER,
                    Tone.TEXT);
        }
        box(brush, middle, name, Tone.ACCENT_BACKGROUND, Tone.ACCENT);
    }

    private List<Related> side(boolean outgoing) {
        return relations.stream()
                .filter(related -> related.outgoing() == outgoing)
                .limit(MOST)
                .toList();
    }

    private static Rectangle node(int x, int index, int count, int height) {
        int top = (height - count * STEP) / 2 + index * STEP + (STEP - NODE_HEIGHT) / 2;
        return new Rectangle(x, top, NODE_WIDTH, NODE_HEIGHT);
    }

    private static void edge(Brush brush, int x1, Rectangle from, int x2, Rectangle to, Related related) {
        int y1 = from.y + NODE_HEIGHT / 2;
        int y2 = to.y + NODE_HEIGHT / 2;
        brush.line(x1, y1, x2, y2, Tone.LINE);
        Rectangle label = new Rectangle((x1 + x2) / 2 - 45, (y1 + y2) / 2 - 16, 90, 16);
        brush.text(
                related.relation().type().label().toLowerCase(Locale.ROOT),
                TextStyle.SMALL,
                Tone.DIM,
                label,
                Align.CENTER);
    }

    private static void box(Brush brush, Rectangle node, String words, Tone ground, Tone tone) {
        brush.fillRound(node, 6, ground);
        Rectangle inside = new Rectangle(node.x + 8, node.y, node.width - 16, node.height);
        brush.text(brush.fit(words, TextStyle.SMALL, inside.width), TextStyle.SMALL, tone, inside, Align.CENTER);
    }

    private static String shown(Related related) {
        return related.name().isEmpty() ? "Not held here" : related.name();
    }

    @Override
    protected Point measure(Brush brush) {
        int rows = Math.max(1, Math.max(side(true).size(), side(false).size()));
        return new Point(3 * NODE_WIDTH + 120, rows * STEP + 8);
    }

    @Override
    protected String accessibleName() {
        return relations.stream()
                .map(related -> related.outgoing()
                        ? name + " " + related.relation().type().label() + " " + shown(related)
                        : related.name() + " " + related.relation().type().label() + " " + name)
                .collect(Collectors.joining(", ", "Relations: ", ""));
    }
}
