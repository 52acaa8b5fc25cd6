package org.waystation.shell.internal.markdown;

import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;

/** Reads CommonMark 0.31 with tables, task lists, strikethrough and bare links. */
public final class MarkdownReader {

    /** Deeper nesting is no writing but an attack on whoever has to lay it out. */
    static final int DEEPEST = 24;

    private final Parser parser = Parser.builder()
            .extensions(List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    AutolinkExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    public List<Block> read(String text) {
        BlockWriter writer = new BlockWriter();
        writer.write(parser.parse(Nesting.limited(SafeText.clean(text))));
        return writer.blocks();
    }
}
