/** Writing an article: the editor with its keys, the preview, and drafts. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.internal.write;
