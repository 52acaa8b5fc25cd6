package org.waystation.shell.widgets;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.shell.internal.markdown.Block;
import org.waystation.shell.internal.markdown.MarkdownReader;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;

/**
 * Shows CommonMark that others wrote. Nothing in it is trusted: HTML is shown as it was typed, nothing is fetched, only
 * http, https and mailto links can be followed, and where a link leads is seen before it is followed.
 */
public final class MarkdownText extends Panel {

    private final Look look;
    private final MarkdownReader reader = new MarkdownReader();
    private final Consumer<String> follow;
    private String shown = "";

    /** @param follow called with the target of a link that was clicked */
    public MarkdownText(Composite parent, Look look, Tone ground, Consumer<String> follow) {
        super(parent, look, ground);
        this.look = look;
        this.follow = follow;
        setLayout(new BlockLayout());
    }

    public void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        for (Control child : getChildren()) {
            child.dispose();
        }
        List<Block> blocks = reader.read(text);
        for (Block block : blocks) {
            switch (block) {
                case Block.Flow flow -> new FlowText(this, look, tone(), flow, follow);
                case Block.Code code -> code(code.text());
            }
        }
        requestLayout();
    }

    private void code(String text) {
        RoundPanel frame = new RoundPanel(this, look, Tone.HOVER, 6);
        frame.edge(Tone.HOVER, 1);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 10;
        layout.marginHeight = 8;
        frame.setLayout(layout);
        StyledText area = new StyledText(frame, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        area.setText(text);
        area.setLineSpacing(1);
        area.setCaret(null);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = 60;
        area.setLayoutData(data);
        Runnable dress = () -> {
            area.setBackground(look.color(Tone.HOVER));
            area.setForeground(look.color(Tone.TEXT));
            area.setFont(look.font(TextStyle.CODE));
            area.setSelectionBackground(look.color(Tone.SELECTION));
            area.setSelectionForeground(look.color(Tone.TEXT));
        };
        dress.run();
        look.onChange(area, dress);
    }
}
