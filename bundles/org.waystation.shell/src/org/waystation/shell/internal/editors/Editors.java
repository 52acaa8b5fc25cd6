package org.waystation.shell.internal.editors;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.frame.FrameModel;

/** The open editors of the model: a part for each open record, made from the descriptor of its kind. */
public final class Editors {

    private static final String PREFIX = "editor.";

    private final MApplication application;
    private final MPartStack stack;
    private final EModelService model;

    public Editors(MApplication application, MPartStack stack, EModelService model) {
        this.application = application;
        this.stack = stack;
        this.model = model;
    }

    /** Those open, in the order of their tabs. */
    public List<MPart> open() {
        return stack.getChildren().stream()
                .filter(MPart.class::isInstance)
                .map(MPart.class::cast)
                .filter(part -> part.isToBeRendered() && record(part).isPresent())
                .toList();
    }

    public Optional<MPart> visible() {
        return stack.getSelectedElement() instanceof MPart part && record(part).isPresent()
                ? Optional.of(part)
                : Optional.empty();
    }

    public void makeVisible(MPart part) {
        stack.setSelectedElement(part);
    }

    public Optional<MPart> of(RecordRef record) {
        return open().stream()
                .filter(part -> record(part).filter(record::equals).isPresent())
                .findFirst();
    }

    public Optional<MPartDescriptor> descriptor(EntityKind kind) {
        return application.getDescriptors().stream()
                .filter(each -> each.getTags().contains(FrameModel.EDITOR))
                .filter(each -> kind.code().equals(each.getPersistedState().get(FrameModel.KIND)))
                .findFirst();
    }

    /** A tab for the record; its content is made when the tab is first shown. */
    public MPart add(MPartDescriptor descriptor, RecordRef record) {
        MPart part = model.createPart(descriptor);
        part.setElementId(PREFIX + record.kind().code() + "." + record.id());
        part.setCloseable(true);
        part.getTags().add(FrameModel.EDITOR);
        part.getTags().add(EPartService.REMOVE_ON_HIDE_TAG);
        part.getPersistedState().put(FrameModel.KIND, record.kind().code());
        part.getPersistedState().put(FrameModel.RECORD_ID, record.id().toString());
        stack.getChildren().add(part);
        return part;
    }

    /**
     * Keeps the place of an editor whose plug-in is not here.
     *
     * @param index of its tab
     */
    public MPart keepPlace(RecordRef record, String label, int index) {
        MPart part = model.createModelElement(MPart.class);
        part.setElementId(PREFIX + record.kind().code() + "." + record.id());
        part.setLabel(label);
        part.setContributionURI(AbsentEditor.URI);
        part.setCloseable(true);
        part.getTags().add(FrameModel.EDITOR);
        part.getTags().add(EPartService.REMOVE_ON_HIDE_TAG);
        part.getPersistedState().put(FrameModel.KIND, record.kind().code());
        part.getPersistedState().put(FrameModel.RECORD_ID, record.id().toString());
        stack.getChildren().add(Math.clamp(index, 0, stack.getChildren().size()), part);
        return part;
    }

    /** Keeps the place of an editor from the next start on. */
    public MPart keepPlace(RecordRef record) {
        return keepPlace(record, record.kind().code(), stack.getChildren().size());
    }

    /** Where the plug-in of a kept place is here again, its editor takes the place. */
    public void takeKeptPlaces() {
        for (MPart kept : open()) {
            RecordRef record = record(kept).orElseThrow();
            Optional<MPartDescriptor> descriptor = descriptor(record.kind());
            if (AbsentEditor.URI.equals(kept.getContributionURI()) && descriptor.isPresent()) {
                boolean visible = stack.getSelectedElement() == kept;
                int index = stack.getChildren().indexOf(kept);
                MPart part = add(descriptor.get(), record);
                part.setLabel(kept.getLabel());
                part.getPersistedState().putAll(kept.getPersistedState());
                kept.setToBeRendered(false);
                stack.getChildren().remove(kept);
                stack.getChildren().remove(part);
                stack.getChildren().add(Math.min(index, stack.getChildren().size()), part);
                if (visible) {
                    makeVisible(part);
                }
            }
        }
    }

    boolean holds(Object element) {
        return stack == element;
    }

    /** The record a part shows; empty for what is no editor. */
    public static Optional<RecordRef> record(MUIElement part) {
        String kind = part.getPersistedState().get(FrameModel.KIND);
        String id = part.getPersistedState().get(FrameModel.RECORD_ID);
        if (kind == null || id == null) {
            return Optional.empty();
        }
        return reference(kind, id);
    }

    /** A record by what is stored of it; empty where that is no reference. */
    public static Optional<RecordRef> reference(String kind, String id) {
        try {
            return Optional.of(new RecordRef(new EntityKind(kind), UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            // Stored by another version or by hand: it points nowhere.
            return Optional.empty();
        }
    }
}
