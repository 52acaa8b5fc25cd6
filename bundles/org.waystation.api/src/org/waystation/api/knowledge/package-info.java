/** The knowledge base: lists of articles, one article with what it is about, its versions, and the edits a technician makes. */
@org.jspecify.annotations.NullMarked
package org.waystation.api.knowledge;
