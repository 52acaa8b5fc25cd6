package org.waystation.backend.rt.internal.map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What is to be read in a message that came as HTML. Nothing of its markup is kept. */
final class PlainText {

    static String of(String html) {
        Document document = Jsoup.parse(html);
        document.select("script, style").remove();
        document.select("br").forEach(line -> line.after("\n"));
        document.select("p, div, li, tr, h1, h2, h3, h4, pre, blockquote").forEach(block -> block.before("\n"));
        return document.body().wholeText().replaceAll("\n{3,}", "\n\n").strip();
    }

    private PlainText() {}
}
