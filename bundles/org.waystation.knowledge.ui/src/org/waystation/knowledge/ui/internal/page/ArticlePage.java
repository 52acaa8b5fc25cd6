package org.waystation.knowledge.ui.internal.page;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.domain.Article;
import org.waystation.api.knowledge.ArticleView;
import org.waystation.api.live.LiveValue;
import org.waystation.api.record.RecordRef;
import org.waystation.knowledge.ui.internal.Desk;
import org.waystation.knowledge.ui.internal.versions.VersionsView;
import org.waystation.knowledge.ui.internal.write.Draft;
import org.waystation.knowledge.ui.internal.write.Drafts;
import org.waystation.knowledge.ui.internal.write.WritingView;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.Panel;

/** An article: read, written, or its versions compared. It follows the article while it is open. */
public final class ArticlePage extends Panel {

    private final Desk desk;
    private final UUID article;
    private final Drafts drafts;
    private final StackLayout forms = new StackLayout();
    private final ArticleHead head;
    private final Panel stack;
    private final EmptyState missing;
    private final ReadingView reading;
    private final WritingView writing;
    private final VersionsView versions;
    private final LiveValue live;
    private Optional<ArticleView> shown = Optional.empty();
    private Optional<Draft> left = Optional.empty();
    private boolean writeAtOnce;
    private Consumer<Article> listener = ignored -> {};

    /**
     * @param open opens another record
     * @param follow opens a link
     */
    public ArticlePage(
            Composite parent,
            Desk desk,
            UUID article,
            Drafts drafts,
            Consumer<RecordRef> open,
            Consumer<String> follow) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.article = article;
        this.drafts = drafts;
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = 0;
        setLayout(column);
        head = new ArticleHead(this, desk, this::edit, this::toggleVersions, this::link);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        stack = new Panel(this, desk.look(), Tone.EDITOR);
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        stack.setLayout(forms);
        missing = new EmptyState(stack, desk.look(), Tone.EDITOR);
        missing.showEmpty(
                "article", "This article is not here", "It was deleted, or is no longer in your scope.", "", () -> {});
        reading = new ReadingView(stack, desk, open, follow, this::edit, this::throwAway);
        writing = new WritingView(stack, desk, article, drafts, follow);
        writing.onOver(() -> {
            lookForDraft();
            turn(reading);
        });
        versions = new VersionsView(stack, desk);
        versions.onOver(this::toggleVersions);
        versions.onRestore(text -> shown.ifPresent(
                view -> desk.edits().follow(desk.articles().write(article, view.version(), view.text(), text))));
        writeAtOnce = drafts.takeWriteNext(article);
        show(head, false);
        forms.topControl = reading;
        lookForDraft();
        live = desk.articles().follow(article, desk.ui(), this::show);
        addListener(SWT.Dispose, event -> live.close());
    }

    private void lookForDraft() {
        drafts.of(article)
                .thenAccept(found -> desk.ui().execute(() -> {
                    if (!isDisposed()) {
                        left = found;
                        reading.showDraft(found.isPresent());
                    }
                }));
    }

    private void throwAway() {
        drafts.forget(article);
        left = Optional.empty();
        reading.showDraft(false);
    }

    /** Where the panels of other plug-ins stand. */
    public Panel guests() {
        return reading.guests();
    }

    /** Called with the article now and after each change. */
    public void onArticle(Consumer<Article> newListener) {
        listener = newListener;
        shown.map(ArticleView::article).ifPresent(listener);
    }

    /** Begins to write, or goes on. */
    public void edit() {
        if (shown.isEmpty()) {
            writeAtOnce = true; // as soon as it is read
        } else if (!writing.isOpen()) {
            shown.filter(view -> view.actions().mayUpdate()).ifPresent(view -> {
                writing.begin(left.orElseGet(() -> new Draft(view.version(), view.text(), view.text())));
                writing.changed(view);
                turn(writing);
            });
        } else {
            writing.setFocus();
        }
    }

    public void toggleVersions() {
        boolean to = forms.topControl != versions;
        if (!writing.isOpen()) {
            turn(to ? versions : reading);
        }
    }

    /** Lets one choose what to link the article with. */
    public void link() {
        if (!writing.isOpen()
                && shown.filter(view -> view.actions().mayUpdate()).isPresent()) {
            reading.links().choose();
        }
    }

    private void turn(Control form) {
        arrange(form);
        // Only what is laid out, which may come later, can take the keyboard.
        getDisplay().asyncExec(() -> {
            if (!form.isDisposed()) {
                form.setFocus();
            }
        });
    }

    private void arrange(Control form) {
        forms.topControl = form;
        show(head, form != writing && form != missing);
        head.showingVersions(form == versions);
        layout();
        stack.layout();
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }

    private void show(Optional<ArticleView> view) {
        if (isDisposed()) {
            return;
        }
        boolean first = shown.isEmpty();
        shown = view;
        if (view.isEmpty()) {
            arrange(missing);
            return;
        }
        head.show(view.get());
        reading.show(view.get());
        versions.show(view.get());
        writing.changed(view.get());
        if (first || forms.topControl == missing) {
            arrange(writing.isOpen() ? writing : reading);
        }
        listener.accept(view.get().article());
        if (writeAtOnce) {
            writeAtOnce = false;
            edit();
        }
    }

    @Override
    public boolean setFocus() {
        return forms.topControl != null && forms.topControl.setFocus();
    }
}
