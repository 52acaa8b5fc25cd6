package org.waystation.shell.internal.table;

import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;

/**
 * The layers of one presentation.
 *
 * @param top what NatTable shows
 * @param viewport scrolls the body
 * @param body holds the sizes
 * @param headerHeight above the body
 */
record LayerStack(ILayer top, ViewportLayer viewport, DataLayer body, int headerHeight) {}
