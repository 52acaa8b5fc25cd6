package org.waystation.shell.widgets;

import java.util.function.Consumer;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.shell.internal.markdown.Block;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/** Makes the controls that show the blocks of a text. */
record BlockControls(Look look, Tone ground, Consumer<String> follow) {

    Control make(Composite parent, Block block) {
        return switch (block) {
            case Block.Flow flow -> new FlowText(parent, look, ground, flow, follow).control();
            case Block.Code code -> new CodeBlock(parent, look, code.text());
            case Block.Table table -> new TableGrid(parent, look, ground, table, follow);
            case Block.Rule rule -> new Line(parent, look);
        };
    }

    /** Characters in a block, by which its cost is reckoned. */
    static int weight(Block block) {
        return switch (block) {
            case Block.Flow flow -> flow.text().length();
            case Block.Code code -> Math.min(code.text().length(), CodeBlock.MOST_SHOWN);
            case Block.Table table ->
                100 * table.rows().size() * table.rows().getFirst().size();
            case Block.Rule rule -> 1;
        };
    }

    /** A hairline over the width. */
    private static final class Line extends PaintedControl {

        Line(Composite parent, Look look) {
            super(parent, look, false, ACC.ROLE_SEPARATOR);
        }

        @Override
        protected void paint(Brush brush, Rectangle area) {
            brush.line(0, area.height / 2, area.width, area.height / 2, Tone.LINE);
        }

        @Override
        protected Point measure(Brush brush) {
            return new Point(60, 9);
        }

        @Override
        protected String accessibleName() {
            return "";
        }
    }
}
