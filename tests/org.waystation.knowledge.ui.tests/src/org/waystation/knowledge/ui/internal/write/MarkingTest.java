package org.waystation.knowledge.ui.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waystation.api.knowledge.ArticleText;
import org.waystation.knowledge.ui.internal.write.Marking.Change;

class MarkingTest {

    @Test
    void marksAreSetAndTakenAway() {
        assertEquals("a **b** c", applied("a b c", Marking.around("a b c", 2, 3, "**")));
        assertEquals("a b c", applied("a **b** c", Marking.around("a **b** c", 4, 5, "**")));
        assertEquals("a b c", applied("a **b** c", Marking.around("a **b** c", 2, 7, "**")));
        assertEquals("****", applied("", Marking.around("", 0, 0, "**")));
    }

    @Test
    void aLinkIsMadeOfWordsAndOfAnAddress() {
        assertEquals("see [this](https://)", applied("see this", Marking.link("see this", 4, 8)));
        assertEquals("[](https://x.example)", applied("https://x.example", Marking.link("https://x.example", 0, 17)));
    }

    @Test
    void linesBecomeListsAndOtherListsAndPlainAgain() {
        String text = "one\ntwo";
        String list = applied(text, Marking.lines(text, 0, 7, "- "));
        assertEquals("- one\n- two", list);
        String numbers = applied(list, Marking.numbered(list, 0, list.length()));
        assertEquals("1. one\n2. two", numbers);
        String tasks = applied(numbers, Marking.lines(numbers, 0, numbers.length(), "- [ ] "));
        assertEquals("- [ ] one\n- [ ] two", tasks);
        assertEquals(text, applied(tasks, Marking.lines(tasks, 0, tasks.length(), "- [ ] ")));
    }

    @Test
    void headingsGoThroughTheirLevels() {
        String two = applied("Title", Marking.heading("Title", 2, 2));
        assertEquals("## Title", two);
        String three = applied(two, Marking.heading(two, 2, 2));
        assertEquals("### Title", three);
        assertEquals("Title", applied(three, Marking.heading(three, 2, 2)));
    }

    @Test
    void codeIsWithinALineOrABlock() {
        assertEquals("a `b`", applied("a b", Marking.code("a b", 2, 3)));
        assertEquals("```\na\nb\n```\n", applied("a\nb", Marking.code("a\nb", 0, 3)));
    }

    @Test
    void enterGoesOnWithAListAndEndsIt() {
        assertEquals("- a\n- ", next("- a"));
        assertEquals("1. a\n2. ", next("1. a"));
        assertEquals("- [x] a\n- [ ] ", next("- [x] a"));
        assertEquals("- a\n", next("- a\n- "));
        assertEquals(Optional.empty(), Marking.nextLine("plain", 5));
    }

    @Test
    void aDraftIsReadAsItWasWritten() {
        Draft draft = new Draft(7, new ArticleText("a\nb", "c 1 2"), new ArticleText("", "\uD83D\uDE00\n"));
        assertEquals(Optional.of(draft), Draft.read(draft.written()));
        assertEquals(Optional.empty(), Draft.read(""));
        assertEquals(Optional.empty(), Draft.read("1 2 3 4 5 999\nx"));
        assertEquals(Optional.empty(), Draft.read("2 7 1 1 1 1\nabcd"));
    }

    private static String next(String text) {
        return applied(text, Marking.nextLine(text, text.length()).orElseThrow());
    }

    private static String applied(String text, Change change) {
        return text.substring(0, change.from()) + change.words() + text.substring(change.to());
    }
}
