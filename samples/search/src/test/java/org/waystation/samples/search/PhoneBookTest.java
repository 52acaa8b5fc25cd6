package org.waystation.samples.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waystation.api.search.SearchHit;
import org.waystation.testkit.fake.FakeNotifications;

class PhoneBookTest {

    private final FakeNotifications notifications = new FakeNotifications();
    private final PhoneBook book = new PhoneBook(notifications);

    @Test
    void whoeverHasTheTypedWordsIsFoundAndCanBeDialled() {
        List<SearchHit> hits = new ArrayList<>();
        book.search("grace", 10, () -> false, hits::add);
        assertEquals(
                List.of("Grace Murray"), hits.stream().map(SearchHit::title).toList());
        hits.get(0).open().run();
        assertEquals(List.of("Dial 202"), notifications.titles());
    }

    @Test
    void nothingIsHandedOverOnceNobodyWaits() {
        List<SearchHit> hits = new ArrayList<>();
        book.search("", 10, () -> true, hits::add);
        assertEquals(List.of(), hits);
    }
}
