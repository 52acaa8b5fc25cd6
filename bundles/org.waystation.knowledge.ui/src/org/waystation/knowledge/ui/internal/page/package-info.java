/** The page of one article: reading it, its facts and its links. */
@org.jspecify.annotations.NullMarked
package org.waystation.knowledge.ui.internal.page;
