package org.waystation.shell.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.waystation.shell.internal.markdown.Block.Span;

/** Links of a text by keyboard: Tab goes from one to the next and then on, Enter follows the one it stands at. */
final class LinkKeys {

    private final StyledText text;
    private final List<Span> links;
    private final Consumer<String> follow;
    private int at = -1;

    private LinkKeys(StyledText text, List<Span> links, Consumer<String> follow) {
        this.text = text;
        this.links = links;
        this.follow = follow;
    }

    /** @param spans of the text; those with a target are links */
    static void of(StyledText text, List<Span> spans, Consumer<String> follow) {
        List<Span> links =
                spans.stream().filter(span -> !span.target().isEmpty()).toList();
        LinkKeys keys = new LinkKeys(text, links, follow);
        text.addListener(SWT.Traverse, keys::traverse);
        text.addListener(SWT.FocusOut, event -> keys.leave());
        text.addVerifyKeyListener(event -> {
            boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
            keys.present().filter(link -> enter).ifPresent(link -> {
                event.doit = false;
                follow.accept(link.target());
            });
        });
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getDescription(AccessibleEvent event) {
                event.result =
                        keys.present().map(link -> "Link to " + link.target()).orElse("");
            }
        });
    }

    private Optional<Span> present() {
        return at >= 0 && at < links.size() ? Optional.of(links.get(at)) : Optional.empty();
    }

    private void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_RETURN) {
            present().ifPresent(link -> {
                event.doit = false;
                event.detail = SWT.TRAVERSE_NONE;
                follow.accept(link.target());
            });
            return;
        }
        event.doit = true;
        int step = event.detail == SWT.TRAVERSE_TAB_NEXT ? 1 : event.detail == SWT.TRAVERSE_TAB_PREVIOUS ? -1 : 0;
        int next = at < 0 && step < 0 ? links.size() - 1 : at + step;
        if (step != 0 && next >= 0 && next < links.size()) {
            event.doit = false;
            at = next;
            Span link = links.get(at);
            text.setSelection(link.start(), link.start() + link.length());
            text.setToolTipText(link.target().replace("&", "&&"));
        }
    }

    private void leave() {
        if (at >= 0) {
            at = -1;
            text.setSelection(0);
        }
    }
}
