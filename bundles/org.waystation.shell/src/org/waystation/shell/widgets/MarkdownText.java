package org.waystation.shell.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.internal.markdown.Block;
import org.waystation.shell.internal.markdown.MarkdownReader;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.Tone;

/**
 * Shows CommonMark that others wrote. Nothing in it is trusted: HTML is shown as it was typed, nothing is fetched, only
 * http, https and mailto links can be followed, and where a link leads is seen before it is followed. A long text is read
 * in the background and shown piece by piece; where only a part of a text has changed, the rest stays as it is.
 */
public final class MarkdownText extends Panel {

    /** Characters that are read at once, on the UI thread. */
    private static final int READ_AT_ONCE = 12_000;

    private static final int MOST_BLOCKS = 80;
    private static final int MOST_CHARACTERS = 16_000;

    private final Look look;
    private final MarkdownReader reader = new MarkdownReader();
    private final BlockControls controls;
    private final List<Block> blocks = new ArrayList<>();
    private List<Block> rest = List.of();
    private @Nullable FlatButton more;
    private Runnable sized = () -> {};
    private String shown = "";

    /** @param follow called with the target of a link that was clicked */
    public MarkdownText(Composite parent, Look look, Tone ground, Consumer<String> follow) {
        super(parent, look, ground);
        this.look = look;
        this.controls = new BlockControls(look, ground, follow);
        setLayout(new BlockLayout());
    }

    /** Called after it has come to another height by itself: a long text was read, or more of it was asked for. */
    public void onSize(Runnable listener) {
        sized = listener;
    }

    public void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        if (text.length() <= READ_AT_ONCE) {
            show(reader.read(text));
            return;
        }
        Display display = getDisplay();
        CompletableFuture.supplyAsync(() -> reader.read(text)).thenAccept(read -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> late(text, read));
            }
        });
    }

    private void late(String text, List<Block> read) {
        if (!isDisposed() && text.equals(shown)) {
            show(read);
            sized.run();
        }
    }

    private void show(List<Block> read) {
        int fit = fitting(read);
        replace(read.subList(0, fit));
        rest = List.copyOf(read.subList(fit, read.size()));
        offerRest();
        requestLayout();
    }

    /** How many of the blocks are shown in one go, at least one. */
    private static int fitting(List<Block> read) {
        int characters = 0;
        for (int i = 0; i < read.size(); i++) {
            characters += BlockControls.weight(read.get(i));
            if (i > 0 && (i >= MOST_BLOCKS || characters > MOST_CHARACTERS)) {
                return i;
            }
        }
        return read.size();
    }

    /** What is the same at the beginning and at the end stays. */
    private void replace(List<Block> next) {
        int head = 0;
        int most = Math.min(blocks.size(), next.size());
        while (head < most && blocks.get(head).equals(next.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && blocks.get(blocks.size() - 1 - tail).equals(next.get(next.size() - 1 - tail))) {
            tail++;
        }
        Control[] present = getChildren();
        for (int i = head; i < blocks.size() - tail; i++) {
            present[i].dispose();
        }
        for (int i = head; i < next.size() - tail; i++) {
            Control made = controls.make(this, next.get(i));
            if (i == 0) {
                made.moveAbove(null);
            } else {
                made.moveBelow(getChildren()[i - 1]);
            }
        }
        blocks.clear();
        blocks.addAll(next);
    }

    private void offerRest() {
        if (rest.isEmpty()) {
            if (more != null) {
                more.dispose();
                more = null;
            }
            return;
        }
        if (more == null) {
            more = new FlatButton(this, look, FlatButton.Kind.PLAIN)
                    .text("Show more of this text")
                    .onPress(this::showMore);
            WidgetId.set(more, "waystation.markdown.more");
        }
        more.moveBelow(null);
    }

    private void showMore() {
        List<Block> all = new ArrayList<>(blocks);
        int fit = fitting(rest);
        all.addAll(rest.subList(0, fit));
        List<Block> remaining = List.copyOf(rest.subList(fit, rest.size()));
        replace(List.copyOf(all));
        rest = remaining;
        offerRest();
        requestLayout();
        sized.run();
    }
}
