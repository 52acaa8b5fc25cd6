package org.waystation.shell.internal.search;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.search.SearchHit;
import org.waystation.api.search.SearchProvider;
import org.waystation.shell.internal.editors.RecentRecords;
import org.waystation.shell.internal.editors.RecentRecords.Recent;
import org.waystation.shell.internal.editors.Titles;

/** The records worked on lately, by their titles. */
final class RecentProvider implements SearchProvider {

    static final String GROUP = "Recent";

    private final RecentRecords recent;
    private final Titles titles;
    private final RecordNavigator navigator;

    RecentProvider(RecentRecords recent, Titles titles, RecordNavigator navigator) {
        this.recent = recent;
        this.titles = titles;
        this.navigator = navigator;
    }

    private record Titled(Recent recent, String title) {}

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public int order() {
        return -100;
    }

    @Override
    public void search(String text, int limit, BooleanSupplier cancelled, Consumer<SearchHit> results) {
        List<Titled> titled = recent.newestFirst().stream()
                .takeWhile(each -> !cancelled.getAsBoolean())
                .flatMap(each -> title(each).map(title -> new Titled(each, title)).stream())
                .toList();
        new ListedProvider<>(GROUP, order(), titled, Titled::title, this::hit).search(text, limit, cancelled, results);
    }

    /** The title as it is now, else as it was seen; a record that is held no more and was not seen has none. */
    private Optional<String> title(Recent each) {
        return titles.title(each.record()).or(() -> Optional.of(each.title()).filter(title -> !title.isEmpty()));
    }

    private SearchHit hit(Titled titled) {
        return new SearchHit(
                        titled.recent().record().kind() + " "
                                + titled.recent().record().id(),
                        titled.title(),
                        "",
                        titled.recent().record().kind().code(),
                        Optional.empty(),
                        () -> navigator.open(titled.recent().record()))
                .of(titled.recent().record());
    }
}
