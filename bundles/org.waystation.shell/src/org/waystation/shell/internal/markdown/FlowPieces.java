package org.waystation.shell.internal.markdown;

import java.util.ArrayList;
import java.util.List;
import org.waystation.shell.internal.markdown.Block.Flow;
import org.waystation.shell.internal.markdown.Block.Line;
import org.waystation.shell.internal.markdown.Block.Span;

/** Cuts a long flow between two of its lines. Spans never cross a line, so none is cut. */
record FlowPieces(Flow flow) {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_LINES = 60;

    List<Flow> pieces() {
        if (flow.text().length() <= MOST_CHARACTERS && flow.lines().size() <= MOST_LINES) {
            return List.of(flow);
        }
        List<Flow> pieces = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        int from = 0;
        int at = 0;
        int span = 0;
        for (Line line : flow.lines()) {
            int end = flow.text().indexOf('\n', at);
            int next = end < 0 ? flow.text().length() : end;
            boolean full = next - from > MOST_CHARACTERS || lines.size() >= MOST_LINES;
            if (full && !lines.isEmpty()) {
                span = add(pieces, from, at - 1, lines, span);
                lines = new ArrayList<>();
                from = at;
            }
            lines.add(line);
            at = next + 1;
        }
        add(pieces, from, flow.text().length(), lines, span);
        return pieces;
    }

    /** Adds a piece and tells which span is the next one after it. */
    private int add(List<Flow> pieces, int from, int to, List<Line> lines, int firstSpan) {
        List<Span> spans = new ArrayList<>();
        int next = firstSpan;
        while (next < flow.spans().size() && flow.spans().get(next).start() < to) {
            Span span = flow.spans().get(next++);
            spans.add(new Span(span.start() - from, span.length(), span.marks(), span.target()));
        }
        pieces.add(new Flow(flow.text().substring(from, to), List.copyOf(spans), List.copyOf(lines)));
        return next;
    }
}
